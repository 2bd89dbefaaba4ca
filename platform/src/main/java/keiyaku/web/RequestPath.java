package keiyaku.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** The address that the visitor asked for. */
final class RequestPath {

    private RequestPath() {}

    /** The path, also when the request was passed on to an error's page. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }

    /** The path and query with one parameter set. */
    static String with(HttpServletRequest request, String name, String value) {
        return builder(request).replaceQueryParam(name, value).build(true).toUriString();
    }

    /** The path and query without some parameters. */
    static String without(HttpServletRequest request, String... names) {
        var builder = builder(request);
        for (var name : names) {
            builder.replaceQueryParam(name);
        }
        return builder.build(true).toUriString();
    }

    private static UriComponentsBuilder builder(HttpServletRequest request) {
        // A path of our own that began with two slashes would lead to another host.
        var path = of(request).replaceFirst("^/{2,}", "/");
        return UriComponentsBuilder.fromPath(path).query(request.getQueryString());
    }
}
