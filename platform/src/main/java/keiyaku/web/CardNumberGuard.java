package keiyaku.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Card numbers belong to the acquirer's fields and never reach Keiyaku (P-3): a request that holds
 * one, in its address, a field or its body, goes no further. It is neither logged nor repeated.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class CardNumberGuard extends OncePerRequestFilter {

    /** Set on a request that was refused, for the error's page to say why. */
    static final String REFUSED = CardNumberGuard.class.getName();

    private static final int STATUS = 422;
    private static final int TOO_LARGE = 413;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (inAddress(request) || inFields(request)) {
            refuse(request, response);
            return;
        }
        if (!RepeatableRequest.isNeededFor(request)) {
            chain.doFilter(request, response);
            return;
        }
        var read = RepeatableRequest.of(request);
        if (read.isEmpty()) {
            response.sendError(TOO_LARGE);
        } else if (CardNumbers.in(read.get().body())) {
            refuse(request, response);
        } else {
            chain.doFilter(read.get(), response);
        }
    }

    private static boolean inAddress(HttpServletRequest request) {
        var path = request.getRequestURI();
        return CardNumbers.in(
                path.contains("%") ? URLDecoder.decode(path, StandardCharsets.UTF_8) : path);
    }

    /** Of the query, a form, or the text parts of an upload. */
    private static boolean inFields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .anyMatch(
                        field ->
                                CardNumbers.in(field.getKey())
                                        || Arrays.stream(field.getValue())
                                                .anyMatch(CardNumbers::in));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(REFUSED, true);
        response.sendError(STATUS);
    }
}
