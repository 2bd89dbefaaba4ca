package sandbox.acquirer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
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

    private static final Duration LATE = Duration.ofSeconds(5);
    private static final Duration PARTNER = Duration.ofSeconds(2);
    private static final Duration AFTER_PARTNER = Duration.ofMillis(200);

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

    private final LongAdder lost = new LongAdder();
    private final Queue<WebhookSender.Event> waiting = new ArrayDeque<>();
    private final WebhookSender sender;
    private final InstantSource clock;
    private volatile Mode mode = Mode.NORMAL;

    Webhooks(InstantSource clock) {
        this.clock = clock;
        this.sender = new WebhookSender(clock);
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
        sender.point(new WebhookSender.Target(uri, WebhookSignature.with(endpoint.secret())));
    }

    void mode(Mode next) {
        mode = next;
    }

    Map<String, Object> state() {
        var target = sender.target();
        return Map.of(
                "mode", mode.tag(),
                "url", target == null ? "" : target.uri().toString(),
                "delivered", sender.delivered(),
                "failed", sender.failed(),
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

    void tell(String type, Object data) {
        if (sender.target() == null) {
            return;
        }
        var body = Map.of("type", type, "timestamp", clock.instant().toString(), "data", data);
        var event = new WebhookSender.Event(Ids.next("evt"), Json.text(body));
        switch (mode) {
            case NORMAL -> send(event, Duration.ZERO);
            case DUPLICATE -> {
                send(event, Duration.ZERO);
                send(event, Duration.ZERO);
            }
            case LATE -> send(event, LATE);
            case LOST -> lost.increment();
            case OUT_OF_ORDER -> swap(event);
        }
    }

    private void send(WebhookSender.Event event, Duration wait) {
        sender.send(event, wait, () -> true);
    }

    // The earlier of two events waits for the later one, and goes after it; one that stays alone
    // goes after all.
    private void swap(WebhookSender.Event event) {
        WebhookSender.Event earlier;
        synchronized (waiting) {
            earlier = waiting.poll();
            if (earlier == null) {
                waiting.add(event);
            }
        }
        if (earlier == null) {
            sender.send(event, PARTNER, () -> stillWaiting(event));
        } else {
            send(event, Duration.ZERO);
            send(earlier, AFTER_PARTNER);
        }
    }

    private boolean stillWaiting(WebhookSender.Event event) {
        synchronized (waiting) {
            return waiting.remove(event);
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
