package sandbox.acquirer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sandbox.card.Brand;
import sandbox.card.CardNumber;
import sandbox.card.TestCard;
import sandbox.card.TestCards;
import sandbox.shared.Journal;
import sandbox.shared.Problem;
import sandbox.shared.Web;

/** What testers set: how payments are answered, how webhooks go astray. No key is asked for. */
final class ControlRoutes {
    private static final int MOST_TIMES = 10_000;
    private static final int MOST_TOKENS = 100_000;

    private record Lined(@Nullable Will answer, @Nullable Integer times) {}

    private record Latency(@Nullable Long millis) {}

    private record Delivery(Webhooks.@Nullable Mode mode) {}

    private record Batch(@Nullable String number, @Nullable Integer count) {}

    private final CardSessions sessions;
    private final Payments payments;
    private final Vault vault;
    private final Webhooks webhooks;
    private final Journal journal;
    private final String key;

    ControlRoutes(
            CardSessions sessions,
            Payments payments,
            Vault vault,
            Webhooks webhooks,
            Journal journal,
            String key) {
        this.sessions = sessions;
        this.payments = payments;
        this.vault = vault;
        this.webhooks = webhooks;
        this.journal = journal;
        this.key = key;
    }

    void add(RoutesConfig routes) {
        routes.put("/v1/webhook-endpoint", this::endpoint);
        routes.post("/control/tokens", this::tokens);
        routes.post("/control/tokens/{token}/will", this::will);
        routes.delete("/control/tokens/{token}/will", this::noWill);
        routes.post("/control/latency", this::latency);
        routes.post("/control/webhooks", this::delivery);
        routes.get("/control/cards", ctx -> Web.json(ctx, 200, TestCards.all()));
        routes.get("/control/state", ctx -> Web.json(ctx, 200, state()));
        routes.get("/", ctx -> Web.page(ctx, AcquirerPages.control(state(), payments.ledger())));
    }

    private void endpoint(Context ctx) {
        Web.requireBearer(ctx, key);
        webhooks.endpoint(Web.body(ctx, Webhooks.Endpoint.class), journal);
        Web.json(ctx, 200, webhooks.state());
    }

    private void will(Context ctx) {
        String token = vault.get(ctx.pathParam("token")).token();
        Lined lined = Web.body(ctx, Lined.class);
        int times = lined.times() == null ? 1 : lined.times();
        if (times < 1 || times > MOST_TIMES) {
            throw Problem.of(422, "times", "times is from 1 to " + MOST_TIMES);
        }
        payments.wills().add(token, Web.required(lined.answer(), "answer"), times);
        Web.json(ctx, 200, Map.of("token", token, "waiting", payments.wills().waiting(token)));
    }

    private void noWill(Context ctx) {
        payments.wills().clear(ctx.pathParam("token"));
        ctx.status(204);
    }

    private void latency(Context ctx) {
        long millis = Web.required(Web.body(ctx, Latency.class).millis(), "millis");
        payments.latency(Math.clamp(millis, 0, 60_000));
        Web.json(ctx, 200, Map.of("millis", payments.latencyMillis()));
    }

    private void delivery(Context ctx) {
        webhooks.mode(Web.required(Web.body(ctx, Delivery.class).mode(), "mode"));
        Web.json(ctx, 200, webhooks.state());
    }

    /** Many tokens of one test card at once, for benchmarks: no session, no authentication. */
    private void tokens(Context ctx) {
        Batch batch = Web.body(ctx, Batch.class);
        int count = batch.count() == null ? 1 : Math.clamp(batch.count(), 1, MOST_TOKENS);
        String digits = Web.required(batch.number(), "number");
        if (!CardNumber.plausible(digits)) {
            throw Problem.of(422, "number", "This is not a card number.");
        }
        Brand brand =
                Brand.of(digits)
                        .orElseThrow(() -> Problem.of(422, "number", "The brand is not known."));
        var number = new CardNumber(digits);
        TestCard fate = TestCards.of(number, brand);
        int year = YearMonth.now(ZoneOffset.UTC).getYear() + 5;
        Card card = new Card(brand, number.bin(), number.last4(), 12, year, fate.issuerCountry());
        List<String> made =
                Stream.generate(() -> vault.add(card, fate.later(), null, journal).token())
                        .limit(count)
                        .toList();
        Web.json(ctx, 201, Map.of("card", card, "tokens", made));
    }

    private Map<String, Object> state() {
        var state = new LinkedHashMap<String, Object>();
        state.put(
                "sessions",
                sessions.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        session -> session.status().tag(), Collectors.counting())));
        state.put("tokens", vault.size());
        state.put("payments", payments.ledger().size());
        state.put("byStatus", payments.ledger().counts());
        state.put("waitingAnswers", payments.wills().waiting());
        state.put("latencyMillis", payments.latencyMillis());
        state.put("webhooks", webhooks.state());
        return state;
    }
}
