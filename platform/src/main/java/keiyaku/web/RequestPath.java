package keiyaku.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address that the visitor asked for, as it was written. */
final class RequestPath {

    private static final String API = "/api/";

    private RequestPath() {}

    /** The path, also when the request was passed on to an error's page. */
    static String of(HttpServletRequest request) {
        // The address may hold the card's number for which it was refused: it is not repeated.
        return isRefused(request) ? "/" : asked(request);
    }

    static boolean isApi(HttpServletRequest request) {
        return asked(request).startsWith(API);
    }

    /** The path and query with one parameter set. */
    static String with(HttpServletRequest request, String name, String value) {
        var others = others(request, List.of(name));
        return join(request, Stream.concat(others, Stream.of(name + "=" + value)));
    }

    /** The path and query without some parameters. */
    static String without(HttpServletRequest request, String... names) {
        return join(request, others(request, List.of(names)));
    }

    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }

    private static Stream<String> others(HttpServletRequest request, List<String> names) {
        var query = isRefused(request) ? null : request.getQueryString();
        return query == null
                ? Stream.of()
                : Arrays.stream(query.split("&"))
                        .filter(p -> !p.isEmpty() && !names.contains(p.split("=", 2)[0]));
    }

    private static String join(HttpServletRequest request, Stream<String> parameters) {
        // A path of our own that began with two slashes would lead to another host.
        var path = of(request).replaceFirst("^/{2,}", "/");
        var query = parameters.collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static boolean isRefused(HttpServletRequest request) {
        return request.getAttribute(CardNumberGuard.REFUSED) != null;
    }
}
