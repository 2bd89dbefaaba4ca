package keiyaku.web.member;

import keiyaku.shared.Refusal;
import org.springframework.security.core.AuthenticationException;

/** A login that was refused, with the refusal that the page shows. */
final class RefusedLogin extends AuthenticationException {

    private final transient Refusal refusal;

    RefusedLogin(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
