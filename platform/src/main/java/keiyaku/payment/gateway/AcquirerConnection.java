package keiyaku.payment.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls over HTTP: bounded in number, in time and in the size of an answer. */
@Component
final class AcquirerConnection implements AutoCloseable {

    private static final long LARGEST_ANSWER = 1_000_000;

    private final AcquirerSettings settings;
    private final Semaphore room;
    private final HttpClient client;

    AcquirerConnection(AcquirerSettings settings) {
        this.settings = settings;
        this.room = new Semaphore(settings.acquirerConnections());
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.acquirerTimeout())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

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

    private HttpRequest.Builder request(String path) throws IOException {
        if (settings.acquirerUrl().isBlank()) {
            throw new IOException("no acquirer is configured: keiyaku.outside.acquirer-url");
        }
        return HttpRequest.newBuilder(URI.create(settings.acquirerUrl() + "/v1/" + path))
                .header("Authorization", "Bearer " + settings.acquirerKey())
                .header("Accept", "application/json");
    }

    private Answer call(HttpRequest request) throws IOException {
        try {
            room.acquire();
            try {
                return exchange(request);
            } finally {
                room.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the acquirer", e);
        }
    }

    // The request's own time-out ends with the answer's headers; ours covers its body too.
    private Answer exchange(HttpRequest request) throws IOException, InterruptedException {
        var handler = BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER);
        var coming = client.sendAsync(request, handler);
        try {
            HttpResponse<String> response =
                    coming.get(settings.acquirerTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no answer within " + settings.acquirerTimeout(), e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
