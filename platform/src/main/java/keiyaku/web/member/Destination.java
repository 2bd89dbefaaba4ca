package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where to go on after a login: a page of our own, never another site. */
final class Destination {

    static final String PARAMETER = "to";
    static final String HOME = "/my";

    private Destination() {}

    /** A path that was asked for; My Page when it is none of ours. */
    static String safe(@Nullable String wanted) {
        if (wanted == null
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || wanted.startsWith("/login")
                || wanted.length() > 500
                || wanted.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) {
            return HOME;
        }
        return wanted;
    }

    /** The page that a request came from or asked for: a form is opened again, not sent again. */
    static String of(HttpServletRequest request) {
        if ("GET".equals(request.getMethod())) {
            var query = request.getQueryString();
            return safe(request.getRequestURI() + (query == null ? "" : "?" + query));
        }
        return referrer(request);
    }

    private static String referrer(HttpServletRequest request) {
        var referrer = request.getHeader("Referer");
        if (referrer == null) {
            return HOME;
        }
        try {
            var from = URI.create(referrer);
            boolean ours = request.getServerName().equalsIgnoreCase(from.getHost());
            return ours ? safe(from.getRawPath()) : HOME;
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }

    static String login(String why, String to) {
        return "/login?why="
                + why
                + "&"
                + PARAMETER
                + "="
                + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }
}
