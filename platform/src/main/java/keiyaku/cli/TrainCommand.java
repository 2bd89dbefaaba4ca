package keiyaku.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Starts and answers a few requests, so that the JVM writes down what a start needs (AOT cache).
 * Called by the build on a folder that is thrown away.
 */
@Command(name = "train", hidden = true, description = "Used by the build.")
final class TrainCommand implements Runnable {

    private static final int ROUNDS = 5;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CommandLine commandLine;

    @Option(names = "--data", required = true)
    @SuppressWarnings("NullAway.Init")
    private Path data;

    TrainCommand() {}

    @Override
    public void run() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("server.address", "127.0.0.1");
        settings.put("keiyaku.data", data);
        settings.put("keiyaku.sandbox", true);
        settings.put("keiyaku.run.workers", 1);
        var application = new SpringApplication(commandLine.application());
        try (var context = application.run(WithApplication.arguments(settings));
                var http = HttpClient.newHttpClient()) {
            var port = context.getEnvironment().getProperty("local.server.port");
            for (int i = 0; i < ROUNDS; i++) {
                for (var path : List.of("/", "/login", "/sign-up/place", "/actuator/health")) {
                    var url = URI.create("http://127.0.0.1:" + port + path);
                    http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
