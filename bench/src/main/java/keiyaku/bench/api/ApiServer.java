package keiyaku.bench.api;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import keiyaku.Application;
import org.springframework.boot.SpringApplication;

/** The product's web in a process of its own, without workers; it ends with its input. */
final class ApiServer {

    static final String READY = "ready ";

    private ApiServer() {}

    /** The arguments are settings as the application takes them. */
    public static void main(String[] arguments) throws IOException {
        try (var context = SpringApplication.run(Application.class, arguments)) {
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println(READY + context.getEnvironment().getProperty("local.server.port"));
            while (System.in.read() >= 0) {
                // Nothing is said to it.
            }
        }
    }
}
