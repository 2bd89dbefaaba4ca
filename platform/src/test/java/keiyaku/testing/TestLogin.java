package keiyaku.testing;

import com.microsoft.playwright.options.Cookie;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.web.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in whoever a cookie of the test names. */
@Component
public class TestLogin extends OncePerRequestFilter {

    private static final String COOKIE = "test-account";

    /** Signs a browser in. */
    public static void signIn(App app, Browser browser, AccountId account) {
        var cookie = new Cookie(COOKIE, account.value().toString()).setUrl(app.url("/"));
        browser.page().context().addCookies(List.of(cookie));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var cookies = request.getCookies();
        var named =
                cookies == null
                        ? null
                        : Arrays.stream(cookies)
                                .filter(cookie -> cookie.getName().equals(COOKIE))
                                .findFirst()
                                .orElse(null);
        if (named == null) {
            chain.doFilter(request, response);
            return;
        }
        var login = new Login(new AccountId(UUID.fromString(named.getValue())));
        var token = new UsernamePasswordAuthenticationToken(login, null, List.of());
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public Principal getUserPrincipal() {
                        return token;
                    }
                },
                response);
    }

    private record Login(AccountId account) implements SignedIn {
        @Override
        public String displayName() {
            return "花火株式会社";
        }

        @Override
        public Language language() {
            return Language.JA;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Tokyo");
        }
    }
}
