package keiyaku.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * The CSRF secret lives in a cookie of its own and not in the session, so that a form can still be
 * sent after the session was lost; in pages it is masked anew each time (BREACH).
 */
final class CsrfCookie {

    private CsrfCookie() {}

    static void configure(CsrfConfigurer<HttpSecurity> csrf) {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("csrf");
        cookie.setHeaderName("X-CSRF-Token");
        cookie.setCookieCustomizer(c -> c.httpOnly(true).sameSite("Lax"));
        csrf.csrfTokenRepository(cookie)
                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                .ignoringRequestMatchers("/hooks/bank", "/hooks/acquirer")
                // A browser does not send a program's key by itself, so nothing can be forged.
                .ignoringRequestMatchers(
                        request ->
                                request.getRequestURI().equals("/api/v1/usage")
                                        && request.getHeader("Authorization") != null);
    }
}
