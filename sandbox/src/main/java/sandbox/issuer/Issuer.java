package sandbox.issuer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.BindException;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Problem;
import sandbox.shared.Program;
import sandbox.shared.Web;
import sandbox.threeds.Link;
import sandbox.threeds.Message;

/** The card issuer as a program: directory, access control server, challenge page. */
public final class Issuer implements AutoCloseable {
    private record Answer(@Nullable Reply answer, @Nullable String threeDSSessionData) {}

    private final Link link;
    private final Cases cases;
    private final ChallengeRoutes challenges;
    private final Program program;

    /** The acquirer's address is asked for only when there is a result to tell. */
    public Issuer(int port, Supplier<URI> acquirer, Link link, InstantSource clock)
            throws BindException {
        this.link = link;
        this.cases = new Cases(acquirer, link, clock);
        this.challenges = new ChallengeRoutes(cases, clock);
        this.program = Program.start("issuer", port, this::route);
    }

    private void route(RoutesConfig routes) {
        routes.post("/ds/areq", this::request);
        routes.post("/acs/{trans}/answer", this::answer);
        routes.post("/control/misbehaviour", this::misbehave);
        routes.get("/control/challenges", ctx -> Web.json(ctx, 200, list()));
        routes.get("/control/state", ctx -> Web.json(ctx, 200, state()));
        routes.get("/", ctx -> Web.page(ctx, IssuerPages.control(cases.newestFirst())));
        challenges.add(routes);
    }

    private void request(Context ctx) {
        Web.requireBearer(ctx, link.key());
        String acs = "http://127.0.0.1:" + ctx.req().getLocalPort() + "/acs";
        try {
            var judged = Directory.judge(Web.body(ctx, Message.class), acs);
            if (judged.challenges()) {
                cases.open(judged.request(), judged.face());
            }
            Web.json(ctx, 200, judged.answer());
        } catch (Problem problem) {
            String detail = String.valueOf(problem.getMessage());
            Web.json(ctx, 200, Message.error(problem.code(), detail));
        }
    }

    /** For test code that acts as the cardholder's browser. */
    private void answer(Context ctx) {
        Answer given = Web.body(ctx, Answer.class);
        Cases.Way way =
                cases.answer(
                        ctx.pathParam("trans"),
                        Web.required(given.answer(), "answer"),
                        given.threeDSSessionData());
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("notificationUrl", way.notificationUrl());
        answer.put("cres", way.cres());
        answer.put("threeDSSessionData", way.sessionData());
        Web.json(ctx, 200, answer);
    }

    private void misbehave(Context ctx) {
        Cases.Order order = Web.body(ctx, Cases.Order.class);
        Web.required(order.kind(), "kind");
        cases.order(order);
        ctx.status(204);
    }

    private List<Map<String, Object>> list() {
        return cases.newestFirst().stream().map(Issuer::view).toList();
    }

    private static Map<String, Object> view(Case one) {
        var view = new LinkedHashMap<String, Object>();
        view.put("trans", one.acsTransId());
        view.put("brand", one.card().brand());
        view.put("last4", one.card().last4());
        view.put("startedAt", one.startedAt().toString());
        view.put("misbehaviour", one.misbehaviour());
        Message result = one.result();
        view.put("result", result == null ? "open" : result.require("transStatus"));
        return view;
    }

    private Map<String, Object> state() {
        var all = cases.newestFirst();
        long open = all.stream().filter(one -> !one.over()).count();
        return Map.of("challenges", all.size(), "open", open);
    }

    public URI uri() {
        return program.uri();
    }

    @Override
    public void close() {
        program.close();
    }
}
