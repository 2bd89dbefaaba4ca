package keiyaku.web.member;

import java.util.List;
import keiyaku.member.Logins;
import keiyaku.member.Visitor;
import keiyaku.shared.RefusedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks the door of logins; waits and failures are its matter. */
final class LoginProvider implements AuthenticationProvider {

    private final Logins logins;

    LoginProvider(Logins logins) {
        this.logins = logins;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var address =
                asked.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : "";
        var password = asked.getCredentials() instanceof String typed ? typed : "";
        if (asked.getName().isBlank() || password.isEmpty()) {
            throw new BadCredentialsException("nothing to look at");
        }
        try {
            var account = logins.logIn(asked.getName(), password, new Visitor(address, ""));
            return UsernamePasswordAuthenticationToken.authenticated(
                    new MemberLogin(account.value()),
                    null,
                    List.of(new SimpleGrantedAuthority("ROLE_MEMBER")));
        } catch (RefusedException e) {
            throw new RefusedLogin(e.refusal());
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
