package keiyaku.web.api;

import keiyaku.shared.AccountId;
import keiyaku.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who asks: for now the login of the session, as in the pages; keys of programs come later. */
final class Caller {

    private Caller() {}

    static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        return signedIn.account();
    }
}
