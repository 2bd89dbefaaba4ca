package keiyaku.web.member;

import java.io.Serializable;
import java.util.UUID;
import keiyaku.shared.AccountId;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who is logged in: the member of an account. Kept in the session, so only the id. */
public record MemberLogin(UUID id) implements AuthenticatedPrincipal, Serializable {

    public AccountId account() {
        return new AccountId(id);
    }

    /** The name by which sessions are found. */
    @Override
    public String getName() {
        return account().toString();
    }

    @Override
    public String toString() {
        return getName();
    }
}
