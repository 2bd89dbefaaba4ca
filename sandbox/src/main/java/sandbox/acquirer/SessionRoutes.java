package sandbox.acquirer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Language;
import sandbox.shared.Problem;
import sandbox.shared.Web;
import sandbox.threeds.Link;
import sandbox.threeds.Message;

/** Card sessions for the merchant's server, and the issuer's results. */
final class SessionRoutes {
    private static final String ORIGIN = "https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?";

    private record Wanted(
            @Nullable String merchantOrigin,
            @Nullable String language,
            @Nullable String reference,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable String threeDS) {

        CardSession.Terms terms() {
            String origin = Web.required(merchantOrigin, "merchantOrigin");
            if (!origin.matches(ORIGIN)) {
                throw Problem.of(422, "origin", "merchantOrigin is like http://127.0.0.1:8080");
            }
            return new CardSession.Terms(
                    origin,
                    Language.of(language),
                    reference == null ? "" : reference,
                    amount == null ? 0 : amount,
                    known(currency),
                    !"if-enrolled".equals(threeDS));
        }

        private static String known(@Nullable String currency) {
            try {
                return Currency.getInstance(currency == null ? "JPY" : currency).getCurrencyCode();
            } catch (IllegalArgumentException e) {
                throw Problem.of(422, "currency", "currency is an ISO 4217 code such as JPY.");
            }
        }
    }

    private final CardSessions sessions;
    private final String key;
    private final Link link;

    SessionRoutes(CardSessions sessions, String key, Link link) {
        this.sessions = sessions;
        this.key = key;
        this.link = link;
    }

    void add(RoutesConfig routes) {
        routes.post("/v1/card-sessions", this::open);
        routes.get("/v1/card-sessions/{id}", this::show);
        routes.post("/3ds/rreq", this::result);
    }

    private void open(Context ctx) {
        Web.requireBearer(ctx, key);
        CardSession session = sessions.open(Web.body(ctx, Wanted.class).terms());
        String frame = FrameRoutes.address(ctx, session.id());
        Web.json(ctx, 201, Map.of("id", session.id(), "frameUrl", frame));
    }

    private void show(Context ctx) {
        Web.requireBearer(ctx, key);
        CardSession session = sessions.get(ctx.pathParam("id"));
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("id", session.id());
        view.put("status", session.status());
        view.put("failureCode", session.failureCode());
        view.put("reference", session.terms().reference());
        view.put("token", session.token());
        view.put("card", session.card());
        view.put("threeDS", session.threeDS());
        Web.json(ctx, 200, view);
    }

    private void result(Context ctx) {
        Web.requireBearer(ctx, link.key());
        Message result = Web.body(ctx, Message.class);
        try {
            sessions.result(result);
            Web.json(
                    ctx,
                    200,
                    Message.of("RRes")
                            .with(result, "acsTransID", "dsTransID", "threeDSServerTransID")
                            .with("resultsStatus", "01"));
        } catch (Problem problem) {
            var error = Message.error(problem.code(), String.valueOf(problem.getMessage()));
            Web.json(ctx, 200, error.with("errorComponent", "S"));
        }
    }
}
