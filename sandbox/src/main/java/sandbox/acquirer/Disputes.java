package sandbox.acquirer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Ids;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import sandbox.shared.Problem;
import sandbox.shared.Web;
import tools.jackson.databind.JsonNode;

/** Disputes of cardholders, and refunds that somebody makes at the acquirer's own desk. */
final class Disputes {
    /** What a dispute costs the merchant, whoever wins it. */
    private static final long FEE = 1_500;

    private record Opening(@Nullable Long amount, @Nullable String reason) {}

    private record Closing(@Nullable String outcome) {}

    private record Entry(String type, Dispute dispute) {}

    private final Map<String, Dispute> all = new ConcurrentHashMap<>();
    private final Payments payments;
    private final Webhooks webhooks;
    private final Journal journal;
    private final InstantSource clock;
    private final String key;

    Disputes(
            Payments payments,
            Webhooks webhooks,
            Journal journal,
            InstantSource clock,
            String key) {
        this.payments = payments;
        this.webhooks = webhooks;
        this.journal = journal;
        this.clock = clock;
        this.key = key;
    }

    void add(RoutesConfig routes) {
        routes.get("/v1/disputes/{id}", this::show);
        routes.post("/control/payments/{key}/dispute", this::open);
        routes.post("/control/payments/{key}/refund", this::refund);
        routes.post("/control/disputes/{id}/close", this::close);
    }

    void replay(JsonNode line) {
        var dispute = Json.from(line, Entry.class).dispute();
        all.put(dispute.id(), dispute);
    }

    List<Dispute> all() {
        return all.values().stream().sorted(Comparator.comparing(Dispute::id)).toList();
    }

    private void show(Context ctx) {
        Web.requireBearer(ctx, key);
        Web.json(ctx, 200, find(ctx));
    }

    private void open(Context ctx) {
        var opening = Web.body(ctx, Opening.class);
        var payment = payments.byKey(ctx.pathParam("key"));
        long left = payment.capturedAmount() - payment.refundedAmount();
        long amount = opening.amount() == null ? left : opening.amount();
        if (amount < 1 || amount > left) {
            throw Problem.of(422, "amount", "At most " + left + " can be disputed.");
        }
        var dispute =
                new Dispute(
                        Ids.next("dsp"),
                        payment.id(),
                        payment.reference(),
                        amount,
                        FEE,
                        payment.currency(),
                        opening.reason() == null ? "fraudulent" : opening.reason(),
                        Dispute.Status.OPEN,
                        clock.instant());
        keep(dispute);
        Web.json(ctx, 201, dispute);
    }

    private void close(Context ctx) {
        var how =
                switch (Web.required(Web.body(ctx, Closing.class).outcome(), "outcome")) {
                    case "won" -> Dispute.Status.WON;
                    case "lost" -> Dispute.Status.LOST;
                    default -> throw Problem.of(422, "outcome", "The outcome is won or lost.");
                };
        var dispute = find(ctx);
        if (dispute.status() != Dispute.Status.OPEN) {
            throw Problem.of(409, "closed", "The dispute is over.");
        }
        keep(dispute.closed(how));
        Web.json(ctx, 200, find(ctx));
    }

    private void refund(Context ctx) {
        var payment = payments.byKey(ctx.pathParam("key"));
        long amount = Web.required(Web.body(ctx, Opening.class).amount(), "amount");
        Web.json(ctx, 200, payments.refund(Ids.next("desk"), payment.id(), amount));
    }

    private void keep(Dispute dispute) {
        journal.append(new Entry("dispute", dispute));
        all.put(dispute.id(), dispute);
        webhooks.tell("dispute." + dispute.status().tag(), dispute);
    }

    private Dispute find(Context ctx) {
        var dispute = all.get(ctx.pathParam("id"));
        if (dispute == null) {
            throw Problem.of(404, "unknown-dispute", "There is no dispute with this id.");
        }
        return dispute;
    }
}
