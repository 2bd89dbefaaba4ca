package keiyaku.payment.gateway;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls over HTTP: bounded in number, in time and in the size of an answer. */
final class Connection implements AutoCloseable {

    private static final long LARGEST_ANSWER = 1_000_000;

    private final Partner partner;
    private final Clock clock;
    private final Semaphore room;
    private final HttpClient client;

    Connection(Partner partner, Clock clock) {
        this.partner = partner;
        this.clock = clock;
        this.room = new Semaphore(partner.connections());
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(partner.timeout())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /** Whom we speak to: what messages call it, where it is, our key and our name there. */
    record Partner(
            String name,
            String url,
            String key,
            String merchant,
            Duration timeout,
            int connections) {

        /** The key is a secret. */
        @Override
        public String toString() {
            return name + " " + url;
        }
    }

    /** An answer's body as text; files of one byte a character come as ISO 8859-1. */
    record Answer(int status, String body) {}

    Answer get(String path) throws IOException {
        return call(request(path).GET().build());
    }

    /** The key under which the call has one effect; null where repeating it does no harm. */
    Answer post(String path, @Nullable String key, Map<String, Object> body) throws IOException {
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Wire.write(body)));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return call(request.build());
    }

    Answer delete(String path) throws IOException {
        return call(request(path).DELETE().build());
    }

    Answer put(String path, byte[] file) throws IOException {
        return call(request(path).PUT(BodyPublishers.ofByteArray(file)).build());
    }

    /** The bytes of a file. */
    byte[] file(String path) throws IOException {
        var answer = call(request(path).GET().build(), StandardCharsets.ISO_8859_1);
        if (answer.status() != 200) {
            throw new IOException(partner.name() + " answered " + answer.status());
        }
        return answer.body().getBytes(StandardCharsets.ISO_8859_1);
    }

    private HttpRequest.Builder request(String path) throws IOException {
        if (partner.url().isBlank()) {
            throw new IOException(
                    "no %1$s is configured: keiyaku.outside.%1$s-url".formatted(partner.name()));
        }
        return HttpRequest.newBuilder(URI.create(partner.url() + "/v1/" + path))
                .header("Authorization", "Bearer " + partner.key())
                .header("Merchant", partner.merchant())
                .header("Date", RFC_1123_DATE_TIME.format(clock.instant().atOffset(UTC)))
                .header("Accept", "application/json");
    }

    private Answer call(HttpRequest request) throws IOException {
        return call(request, StandardCharsets.UTF_8);
    }

    private Answer call(HttpRequest request, Charset charset) throws IOException {
        try {
            room.acquire();
            try {
                return exchange(request, charset);
            } finally {
                room.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the " + partner.name(), e);
        }
    }

    // The request's own time-out ends with the answer's headers; ours covers its body too.
    private Answer exchange(HttpRequest request, Charset charset)
            throws IOException, InterruptedException {
        var handler = BodyHandlers.limiting(BodyHandlers.ofString(charset), LARGEST_ANSWER);
        var coming = client.sendAsync(request, handler);
        try {
            HttpResponse<String> response =
                    coming.get(partner.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no answer within " + partner.timeout(), e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
