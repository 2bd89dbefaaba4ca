package keiyaku.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The built product, started by its launcher on a folder that is dropped in the end. */
final class Product implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Pattern INBOX = Pattern.compile("Mail and SMS +(\\S+)");

    private final Process process;
    private final HttpClient http;
    private final Path folder;
    private final int port;
    private final long startedIn;

    private Product(Process process, HttpClient http, Path folder, int port, long startedIn) {
        this.process = process;
        this.folder = folder;
        this.http = http;
        this.port = port;
        this.startedIn = startedIn;
    }

    /** A folder for the data of one measurement. */
    static Path folder() throws IOException {
        return Files.createTempDirectory("keiyaku-bench");
    }

    static void drop(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Starts it and waits for its first answer to a page. */
    static Product start(Path home, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        var command =
                List.of(
                        home.resolve("keiyaku").toString(),
                        "start",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        folder.toString());
        long before = System.nanoTime();
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("bench.log").toFile())
                        .start();
        var http = HttpClient.newHttpClient();
        while (!answers(http, port)) {
            if (!process.isAlive() || System.nanoTime() - before > LONGEST_START.toNanos()) {
                process.destroy();
                throw new IOException(
                        "The product did not start:\n"
                                + Files.readString(folder.resolve("bench.log")));
            }
            Thread.sleep(5);
        }
        return new Product(process, http, folder, port, System.nanoTime() - before);
    }

    double startedInSeconds() {
        return startedIn / 1e9;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url(port, path)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    String address() {
        return url(port, "").toString();
    }

    /** Where the sandbox keeps mail and short messages; printed once both are ready. */
    String inbox() throws IOException, InterruptedException {
        var log = folder.resolve("bench.log");
        for (int i = 0; i < 100 && !Files.readString(log).contains("Stop with"); i++) {
            Thread.sleep(100);
        }
        return Visit.first(INBOX, Files.readString(log));
    }

    /** CPU time that the platform's process has used, children not counted. */
    double cpuMillis() {
        return ProcessFigures.millis(process.pid());
    }

    /** Memory in use by the platform's process. */
    double platformMegabytes() {
        return ProcessFigures.megabytes(process.pid());
    }

    /** Memory of the sandbox, the other Java process; without PostgreSQL's. */
    double sandboxMegabytes() {
        double sum = 0;
        for (var child : process.children().toList()) {
            if (child.info().command().orElse("").endsWith("java")) {
                sum += ProcessFigures.megabytes(child.pid());
            }
        }
        return sum;
    }

    @Override
    public void close() {
        process.destroy();
        Children.awaitEnd(process);
    }

    private static boolean answers(HttpClient http, int port) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(url(port, "/")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        }
    }

    private static URI url(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
