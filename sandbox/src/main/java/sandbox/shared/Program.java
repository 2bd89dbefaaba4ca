package sandbox.shared;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.net.BindException;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One program of the outside world: an HTTP server on its own loopback port. */
public final class Program implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final String HOST = "127.0.0.1";
    private static final int LARGEST_BODY = 1 << 20;

    private final Javalin app;

    private Program(Javalin app) {
        this.app = app;
    }

    /** Throws {@link BindException} when the port is taken; port 0 takes a free one. */
    public static Program start(String name, int port, Consumer<RoutesConfig> routes)
            throws BindException {
        try {
            return new Program(Javalin.start(config -> configure(config, port, routes)));
        } catch (JavalinBindException e) {
            throw new BindException(
                    "Port "
                            + port
                            + " for the "
                            + name
                            + " is taken. Stop what uses it, or choose another port.");
        }
    }

    private static void configure(JavalinConfig config, int port, Consumer<RoutesConfig> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.defaultContentType = "text/plain; charset=utf-8";
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        config.jetty.addConnector(
                (server, http) -> {
                    var connector = new ServerConnector(server, 1, 1, plain(http));
                    connector.setHost(HOST);
                    connector.setPort(port);
                    connector.setAcceptQueueSize(1024);
                    connector.setIdleTimeout(120_000);
                    return connector;
                });
        Assets.route(config.routes);
        config.routes.exception(Problem.class, (problem, ctx) -> Web.problem(ctx, problem));
        config.routes.exception(Exception.class, Program::fault);
        config.routes.exception(HttpResponseException.class, Program::refusal);
        routes.accept(config.routes);
    }

    private static HttpConnectionFactory plain(HttpConfiguration http) {
        http.setSendServerVersion(false);
        return new HttpConnectionFactory(http);
    }

    private static void fault(Exception fault, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), ctx.path(), fault);
        Web.problem(ctx, Problem.of(500, "fault", "The sandbox failed; its log says why."));
    }

    private static void refusal(HttpResponseException refusal, Context ctx) {
        String code = refusal.getStatus() == 404 ? "not-found" : "http";
        Web.problem(
                ctx, Problem.of(refusal.getStatus(), code, String.valueOf(refusal.getMessage())));
    }

    public URI uri() {
        return URI.create("http://" + HOST + ":" + app.port());
    }

    @Override
    public void close() {
        app.stop();
    }
}
