package sandbox.acquirer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Problem;
import sandbox.shared.Web;

/** Payments for the merchant's server. */
final class PaymentRoutes {
    private record Part(@Nullable Long amount) {}

    private static final int LONGEST_KEY = 255;

    private final Payments payments;
    private final String key;
    private final Hold hold;

    PaymentRoutes(Payments payments, String key, Hold hold) {
        this.payments = payments;
        this.key = key;
        this.hold = hold;
    }

    void add(RoutesConfig routes) {
        routes.post("/v1/payments", this::pay);
        routes.get("/v1/payments", this::list);
        routes.get("/v1/payments/by-key/{key}", this::byKey);
        routes.get("/v1/payments/{id}", this::show);
        routes.post("/v1/payments/{id}/capture", this::capture);
        routes.post("/v1/payments/{id}/void", this::cancel);
        routes.post("/v1/payments/{id}/refund", this::refund);
        routes.exception(Payments.NoAnswer.class, (lost, ctx) -> hold.hold(ctx));
    }

    private void pay(Context ctx) {
        Web.requireBearer(ctx, key);
        String once = idempotencyKey(ctx);
        var request = Web.body(ctx, PaymentRequest.class).by(ctx.header("Merchant"));
        Web.json(ctx, 200, payments.pay(once, request));
    }

    private void capture(Context ctx) {
        Web.requireBearer(ctx, key);
        String once = idempotencyKey(ctx);
        Web.json(ctx, 200, payments.capture(once, ctx.pathParam("id"), part(ctx).amount()));
    }

    private void cancel(Context ctx) {
        Web.requireBearer(ctx, key);
        Web.json(ctx, 200, payments.cancel(idempotencyKey(ctx), ctx.pathParam("id")));
    }

    private void refund(Context ctx) {
        Web.requireBearer(ctx, key);
        String once = idempotencyKey(ctx);
        long amount = Web.required(part(ctx).amount(), "amount");
        Web.json(ctx, 200, payments.refund(once, ctx.pathParam("id"), amount));
    }

    private static Part part(Context ctx) {
        return ctx.bodyAsBytes().length == 0 ? new Part(null) : Web.body(ctx, Part.class);
    }

    private void show(Context ctx) {
        Web.requireBearer(ctx, key);
        Web.json(ctx, 200, payments.ledger().get(ctx.pathParam("id")));
    }

    private void byKey(Context ctx) {
        Web.requireBearer(ctx, key);
        Web.json(ctx, 200, payments.byKey(ctx.pathParam("key")));
    }

    private void list(Context ctx) {
        Web.requireBearer(ctx, key);
        int limit = Web.limit(ctx, 100, 1000);
        List<Payment> found = payments.ledger().after(ctx.queryParam("since"), limit + 1);
        List<Payment> page = found.size() > limit ? found.subList(0, limit) : found;
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("data", page);
        answer.put("hasMore", found.size() > limit);
        answer.put("next", page.isEmpty() ? ctx.queryParam("since") : page.getLast().id());
        Web.json(ctx, 200, answer);
    }

    // The draft of the header quotes it; a bare one is taken too.
    private static String idempotencyKey(Context ctx) {
        String given = ctx.header("Idempotency-Key");
        String bare =
                given != null
                                && given.length() > 1
                                && given.startsWith("\"")
                                && given.endsWith("\"")
                        ? given.substring(1, given.length() - 1)
                        : given;
        if (bare == null || bare.isBlank() || bare.length() > LONGEST_KEY) {
            throw Problem.of(400, "key-missing", "Send an Idempotency-Key of 1 to 255 characters.");
        }
        return bare;
    }
}
