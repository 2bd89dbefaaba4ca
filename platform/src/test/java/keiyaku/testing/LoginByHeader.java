package keiyaku.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import keiyaku.member.Members;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.web.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A login without its pages, where a test asks for it by keiyaku.test.login-by-header. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnBooleanProperty("keiyaku.test.login-by-header")
class LoginByHeader extends OncePerRequestFilter {

    private final Members members;

    LoginByHeader(Members members) {
        this.members = members;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var account = request.getHeader("Test-Account");
        if (account == null) {
            chain.doFilter(request, response);
            return;
        }
        var member = members.member(new AccountId(UUID.fromString(account)));
        var login = new Login(member.displayName(), member.account().value(), member.language());
        // Where Spring Security looks for who is there, beside the session.
        request.setAttribute(
                RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME,
                new SecurityContextImpl(new TestingAuthenticationToken(login, "", List.of())));
        chain.doFilter(request, response);
    }

    private record Login(String displayName, UUID id, Language language)
            implements SignedIn, Serializable {
        @Override
        public AccountId account() {
            return new AccountId(id);
        }

        /** The name of the session's owner: short, and no personal data. */
        @Override
        public String toString() {
            return account().toString();
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Tokyo");
        }
    }
}
