package sandbox.acquirer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Outbound;
import sandbox.shared.Web;
import sandbox.shared.WebhookSignature;

/** Brings events to the merchant's endpoint, signed, and tries again when it fails. */
final class WebhookSender implements AutoCloseable {
    record Target(URI uri, WebhookSignature signature) {}

    record Event(String id, String json) {}

    private static final List<Duration> RETRY_AFTER =
            List.of(
                    Duration.ofMillis(300),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5));
    private static final int AT_ONCE = 32;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final InstantSource clock;
    private volatile @Nullable Target target;

    WebhookSender(InstantSource clock) {
        this.clock = clock;
    }

    void point(Target next) {
        target = next;
    }

    @Nullable Target target() {
        return target;
    }

    long delivered() {
        return delivered.sum();
    }

    long failed() {
        return failed.sum();
    }

    /** Sends after a wait, unless the last look says that it is not to be sent any more. */
    void send(Event event, Duration wait, BooleanSupplier still) {
        threads.execute(
                () -> {
                    try {
                        Thread.sleep(wait);
                        if (still.getAsBoolean()) {
                            deliver(event);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void deliver(Event event) throws InterruptedException {
        if (sent(event)) {
            delivered.increment();
            return;
        }
        for (Duration pause : RETRY_AFTER) {
            Thread.sleep(pause);
            if (sent(event)) {
                delivered.increment();
                return;
            }
        }
        failed.increment();
    }

    private boolean sent(Event event) throws InterruptedException {
        Target to = Web.required(target, "endpoint");
        long timestamp = clock.instant().getEpochSecond();
        byte[] body = event.json().getBytes(StandardCharsets.UTF_8);
        String signature = to.signature().sign(event.id(), timestamp, body);
        var headers =
                Map.of(
                        "webhook-id", event.id(),
                        "webhook-timestamp", Long.toString(timestamp),
                        "webhook-signature", signature);
        room.acquire();
        try {
            int status = Outbound.post(to.uri(), body, headers).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException e) {
            return false;
        } finally {
            room.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
