package keiyaku.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import keiyaku.shared.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what was chosen by {@code ?lang=} and {@code ?theme=} in a cookie for a year, and goes on
 * to the address without it, so that addresses stay clean.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class Choices extends OncePerRequestFilter {

    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean reads = "GET".equals(request.getMethod());
        var query = request.getQueryString();
        if (!reads || query == null || !query.matches("(.*&)?(lang|theme)=.*")) {
            chain.doFilter(request, response);
            return;
        }
        var language = request.getParameter(LanguageChoice.NAME);
        if (language != null) {
            Language.ofTag(language)
                    .ifPresent(l -> keep(request, response, LanguageChoice.NAME, l.tag()));
        }
        var theme = request.getParameter(ThemeChoice.NAME);
        if (theme != null && ThemeChoice.ALL.contains(theme)) {
            keep(request, response, ThemeChoice.NAME, theme);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                HttpHeaders.LOCATION,
                RequestPath.without(request, LanguageChoice.NAME, ThemeChoice.NAME));
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static void keep(
            HttpServletRequest request, HttpServletResponse response, String name, String value) {
        var cookie =
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(YEAR)
                        .sameSite("Lax")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
