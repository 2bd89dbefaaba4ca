package sandbox.shared;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Styles, scripts and pages that lie in the jar. */
public final class Assets {
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Assets() {}

    static void route(RoutesConfig routes) {
        routes.get("/assets/{name}", ctx -> serve(ctx, ctx.pathParam("name")));
        routes.get("/favicon.ico", ctx -> serve(ctx, "mark.svg"));
    }

    private static void serve(Context ctx, String name) {
        if (!name.matches("[a-z-]+\\.(css|js|svg)")) {
            throw Problem.of(404, "not-found", "There is no such file.");
        }
        ctx.header("Cache-Control", "no-cache")
                .contentType(type(name) + "; charset=utf-8")
                .result(text("web/" + name));
    }

    private static String type(String name) {
        if (name.endsWith(".css")) {
            return "text/css";
        }
        return name.endsWith(".js") ? "text/javascript" : "image/svg+xml";
    }

    /** The text of a file under {@code resources/sandbox}; a 404 problem when it is not there. */
    public static String text(String path) {
        return READ.computeIfAbsent(path, Assets::read);
    }

    private static String read(String path) {
        try (var in = Assets.class.getResourceAsStream("/sandbox/" + path)) {
            if (in == null) {
                throw Problem.of(404, "not-found", "There is no such file.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
