package sandbox.acquirer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Ids;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import sandbox.shared.Outbound;
import sandbox.shared.Web;
import sandbox.shared.WebhookSignature;
import tools.jackson.databind.JsonNode;

/** Tells the merchant what happened to payments, by Standard Webhooks; told how, also badly. */
final class Webhooks implements AutoCloseable {
    static final String CAPTURED = "payment.captured";
    static final String REFUSED = "payment.refused";
    static final String REFUNDED = "payment.refunded";
    static final String VOIDED = "payment.voided";

    private static final List<Duration> RETRY_AFTER =
            List.of(
                    Duration.ofMillis(300),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5));
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final Duration PARTNER = Duration.ofSeconds(2);
    private static final int AT_ONCE = 32;

    enum Mode {
        NORMAL,
        DUPLICATE,
        LATE,
        LOST,
        OUT_OF_ORDER;

        @JsonValue
        String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record Endpoint(@Nullable String url, @Nullable String secret) {}

    private record Entry(String type, Endpoint endpoint) {}

    private record Target(URI uri, WebhookSignature signature) {}

    private record Event(String id, String json) {
        byte[] body() {
            return json.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final Queue<Event> waiting = new ArrayDeque<>();
    private final InstantSource clock;
    private volatile Mode mode = Mode.NORMAL;
    private volatile @Nullable Target target;

    Webhooks(InstantSource clock) {
        this.clock = clock;
    }

    void replay(JsonNode line) {
        point(Json.from(line, Entry.class).endpoint());
    }

    void endpoint(Endpoint endpoint, Journal journal) {
        point(endpoint);
        journal.append(new Entry("endpoint", endpoint));
    }

    private void point(Endpoint endpoint) {
        URI uri = Outbound.loopback(Web.required(endpoint.url(), "url"));
        target = new Target(uri, WebhookSignature.with(endpoint.secret()));
    }

    void mode(Mode next) {
        mode = next;
    }

    Map<String, Object> state() {
        Target to = target;
        return Map.of(
                "mode", mode.tag(),
                "url", to == null ? "" : to.uri().toString(),
                "delivered", delivered.sum(),
                "failed", failed.sum(),
                "lost", lost.sum());
    }

    void tell(Payment.Status status, Payment payment) {
        switch (status) {
            case CAPTURED -> tell(CAPTURED, payment);
            case REFUSED -> tell(REFUSED, payment);
            case VOIDED -> tell(VOIDED, payment);
            case AUTHORIZED -> {}
        }
    }

    void tell(String type, Payment payment) {
        if (target == null) {
            return;
        }
        var body = Map.of("type", type, "timestamp", clock.instant().toString(), "data", payment);
        var event = new Event(Ids.next("evt"), Json.text(body));
        switch (mode) {
            case NORMAL -> later(Duration.ZERO, event);
            case DUPLICATE -> {
                later(Duration.ZERO, event);
                later(Duration.ZERO, event);
            }
            case LATE -> later(LATE, event);
            case LOST -> lost.increment();
            case OUT_OF_ORDER -> swap(event);
        }
    }

    // The earlier of two events waits for the later one, and goes after it.
    private void swap(Event event) {
        Event earlier;
        synchronized (waiting) {
            earlier = waiting.poll();
            if (earlier == null) {
                waiting.add(event);
            }
        }
        if (earlier == null) {
            senders.execute(() -> sendIfStillWaiting(event));
        } else {
            later(Duration.ZERO, event);
            later(Duration.ofMillis(200), earlier);
        }
    }

    private void sendIfStillWaiting(Event event) {
        try {
            Thread.sleep(PARTNER);
            boolean alone;
            synchronized (waiting) {
                alone = waiting.remove(event);
            }
            if (alone) {
                deliver(event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void later(Duration wait, Event event) {
        senders.execute(
                () -> {
                    try {
                        Thread.sleep(wait);
                        deliver(event);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void deliver(Event event) throws InterruptedException {
        for (Duration pause : RETRY_AFTER) {
            if (sent(event)) {
                delivered.increment();
                return;
            }
            Thread.sleep(pause);
        }
        failed.increment();
    }

    private boolean sent(Event event) throws InterruptedException {
        Target to = Web.required(target, "endpoint");
        long timestamp = clock.instant().getEpochSecond();
        byte[] body = event.body();
        var headers =
                Map.of(
                        "webhook-id", event.id(),
                        "webhook-timestamp", Long.toString(timestamp),
                        "webhook-signature", to.signature().sign(event.id(), timestamp, body));
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
        senders.shutdownNow();
    }
}
