package sandbox.shared;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** What a route does with its request and answer, besides its own subject. */
public final class Web {
    private Web() {}

    public static <T> T body(Context ctx, Class<T> type) {
        return Json.read(ctx.bodyAsBytes(), type);
    }

    public static void json(Context ctx, int status, Object answer) {
        ctx.status(status).contentType("application/json").result(Json.bytes(answer));
    }

    public static void problem(Context ctx, Problem problem) {
        ctx.status(problem.status())
                .contentType("application/problem+json")
                .result(Json.bytes(problem.toJson()));
    }

    /** A page of the sandbox itself: scripts, styles and calls from its own origin only. */
    public static void page(Context ctx, String html) {
        page(ctx, html, "");
    }

    /** As {@link #page(Context, String)}, with more directives for the content policy. */
    public static void page(Context ctx, String html, String directives) {
        ctx.header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                                + " data:; connect-src 'self'; base-uri 'none'; "
                                + directives)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .html(html)
                .contentType("text/html; charset=utf-8");
    }

    /** Throws a 401 problem unless the request carries {@code Authorization: Bearer key}. */
    public static void requireBearer(Context ctx, String key) {
        String given = ctx.header("Authorization");
        if (given == null || !same(given, "Bearer " + key)) {
            throw Problem.of(401, "wrong-key", "Send Authorization: Bearer and the right key.");
        }
    }

    /** Compares without telling by its time where the texts differ. */
    public static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** Closes the connection with no answer, as a network does that breaks. */
    public static void hangUp(Context ctx) {
        var request = ServletContextRequest.getServletContextRequest(ctx.req());
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }

    /** A whole number between 1 and {@code most}, from the query. */
    public static int limit(Context ctx, int usual, int most) {
        String asked = ctx.queryParam("limit");
        if (asked == null) {
            return usual;
        }
        try {
            return Math.clamp(Integer.parseInt(asked), 1, most);
        } catch (NumberFormatException e) {
            throw Problem.of(400, "bad-limit", "limit is a whole number from 1 to " + most);
        }
    }

    public static <T> T required(@Nullable T value, String field) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw Problem.of(422, "missing", "The field " + field + " is missing.");
        }
        return value;
    }
}
