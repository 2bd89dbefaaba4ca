package keiyaku.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a short id that people can read to each other; it is in the log, in the
 * answer's header and on the page that says that something went wrong.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIds extends OncePerRequestFilter {

    private static final String ATTRIBUTE = RequestIds.class.getName();

    /** Without I, O, 0, 1 and vowels, so that it neither misleads nor spells. */
    private static final String LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ";

    private static final int LENGTH = 8;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = next();
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader("X-Request-Id", id);
        try (var ignored = MDC.putCloseable("request", id)) {
            chain.doFilter(request, response);
        }
    }

    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "–";
    }

    private static String next() {
        var random = ThreadLocalRandom.current();
        var id = new StringBuilder(LENGTH + 1);
        for (int i = 0; i < LENGTH; i++) {
            id.append(i == LENGTH / 2 ? "-" : "");
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
