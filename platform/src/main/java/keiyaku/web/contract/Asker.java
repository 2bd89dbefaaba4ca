package keiyaku.web.contract;

import java.util.UUID;
import java.util.regex.Pattern;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractRefusal.ContractUnknown;
import keiyaku.contract.Contracts;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.RefusedException;
import keiyaku.web.Page;
import keiyaku.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.ResponseStatusException;

/** Who asks, and what of theirs they ask for. */
final class Asker {

    private static final Pattern CONTRACT = Pattern.compile("con_([0-9a-f]{16})([0-9a-f]{16})");

    private Asker() {}

    /** The console is for those who are signed in; others are led to the login. */
    static SignedIn of(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("nobody is signed in");
        }
        return signedIn;
    }

    static AccountId account(Page page) {
        return of(page).account();
    }

    /** Who did it, as the history keeps it. */
    static String by(Page page) {
        return account(page).toString();
    }

    /** The contract of an address; one that is not there or not theirs is a page not found. */
    static Contract contract(Page page, Contracts contracts, String id) {
        var match = CONTRACT.matcher(id);
        if (!match.matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var value = new UUID(half(match.group(1)), half(match.group(2)));
        try {
            return contracts.contract(account(page), new ContractId(value));
        } catch (RefusedException e) {
            if (e.refusal() instanceof ContractUnknown) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
            }
            throw e;
        }
    }

    private static long half(String hex) {
        return Long.parseUnsignedLong(hex, 16);
    }
}
