package keiyaku.bench.world;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import keiyaku.Application;
import org.springframework.boot.SpringApplication;

/** The product's web server alone, as a process; it ends with its input. */
final class WebServer {

    static final String READY = "ready ";

    private WebServer() {}

    /** The arguments are settings as name=value. */
    public static void main(String[] arguments) throws IOException {
        var settings = Arrays.stream(arguments).map(a -> "--" + a).toArray(String[]::new);
        try (var context = SpringApplication.run(Application.class, settings)) {
            var port = context.getEnvironment().getProperty("local.server.port");
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(READY + port);
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
