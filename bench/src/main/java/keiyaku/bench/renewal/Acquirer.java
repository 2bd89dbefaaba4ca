package keiyaku.bench.renewal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import keiyaku.bench.Children;
import keiyaku.bench.ProcessFigures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's acquirer in a process of its own, with a latency that can be set. */
final class Acquirer implements AutoCloseable {

    private static final String KEY = "sandbox-acquirer-key";
    private static final String CARD = "4111111111111111";

    private final Process process;
    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    private Acquirer(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    static Acquirer start() throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:+UseCompactObjectHeaders"));
        var jar = System.getProperty("keiyaku.sandbox.jar", "");
        command.addAll(
                jar.isEmpty()
                        ? List.of("-cp", System.getProperty("java.class.path"), "sandbox.Sandbox")
                        : List.of("-jar", jar));
        command.add("--exit-with-stdin");
        for (var program :
                List.of(
                        "acquirer",
                        "issuer",
                        "inbox",
                        "smtp",
                        "product",
                        "bank",
                        "wallet",
                        "authority")) {
            command.addAll(List.of("--" + program + "-port", "0"));
        }
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var ready = lines.readLine();
        while (ready != null && !ready.startsWith("{")) {
            ready = lines.readLine();
        }
        if (ready == null) {
            throw new IOException("the sandbox did not start");
        }
        var said = JsonMapper.shared().readTree(ready).required("acquirer").asString();
        return new Acquirer(process, URI.create(said));
    }

    /** What a process of the run is told to find it. */
    Map<String, String> settings(int connections) {
        return Map.of(
                "keiyaku.outside.acquirer-url",
                base.toString(),
                "keiyaku.outside.acquirer-key",
                KEY,
                "keiyaku.outside.acquirer-connections",
                Integer.toString(connections),
                "keiyaku.outside.acquirer-timeout",
                "60s");
    }

    /** Tokens of a card that pays always. */
    List<String> tokens(int count) {
        var said = post("/control/tokens", Map.of("number", CARD, "count", count), null);
        var tokens = new ArrayList<String>(count);
        said.required("tokens").forEach(token -> tokens.add(token.asString()));
        return tokens;
    }

    void latency(int millis) {
        post("/control/latency", Map.of("millis", millis), null);
    }

    long cpuMillis() {
        return ProcessFigures.millis(process.pid());
    }

    /** Payments a second that it takes from so many connections, with nothing else at work. */
    double alone(int payments, int connections) throws InterruptedException {
        var tokens = tokens(Math.min(payments, 1_000));
        pay(tokens, payments / 4, connections);
        long before = System.nanoTime();
        pay(tokens, payments, connections);
        return payments * 1e9 / (System.nanoTime() - before);
    }

    private void pay(List<String> tokens, int payments, int connections)
            throws InterruptedException {
        var room = new Semaphore(connections);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < payments; i++) {
                room.acquire();
                var token = tokens.get(i % tokens.size());
                threads.execute(
                        () -> {
                            try {
                                post("/v1/payments", payment(token), UUID.randomUUID());
                            } finally {
                                room.release();
                            }
                        });
            }
        }
    }

    private static Map<String, Object> payment(String token) {
        return Map.of(
                "token",
                token,
                "amount",
                2178,
                "currency",
                "JPY",
                "reference",
                "bench",
                "capture",
                true,
                "merchantInitiated",
                true);
    }

    private JsonNode post(
            String path, Map<String, ?> body, @org.jspecify.annotations.Nullable UUID key) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + KEY)
                        .POST(
                                BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body)));
        if (key != null) {
            request.header("Idempotency-Key", key.toString());
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " answers " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.shutdownNow();
        Children.close(process);
    }
}
