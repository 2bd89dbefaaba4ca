package sandbox.issuer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Problem;
import sandbox.shared.Web;
import sandbox.threeds.Message;

/** The challenge page as the cardholder's browser walks through it. */
final class ChallengeRoutes {
    static final String CODE = "123456";

    private final Cases cases;
    private final InstantSource clock;

    ChallengeRoutes(Cases cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    void add(RoutesConfig routes) {
        routes.post("/acs/{trans}", this::arrive);
        routes.get("/acs/{trans}", ctx -> show(ctx, open(ctx), false));
        routes.post("/acs/{trans}/code", this::code);
        routes.post("/acs/{trans}/leave", ctx -> settle(ctx, open(ctx), Reply.CANCEL));
    }

    private void arrive(Context ctx) {
        Case open = open(ctx);
        String creq = Web.required(ctx.formParam("creq"), "creq");
        Message request = Message.decode(creq);
        if (!request.is("CReq")
                || !open.request()
                        .require("threeDSServerTransID")
                        .equals(request.get("threeDSServerTransID"))
                || !open.acsTransId().equals(request.get("acsTransID"))) {
            throw Problem.of(400, "301", "Transaction ID not recognized");
        }
        show(ctx, open, false);
    }

    private void code(Context ctx) {
        Case open = open(ctx);
        if (open.late(clock.instant())) {
            settle(ctx, open, Reply.FAIL);
            return;
        }
        String given = ctx.formParam("code");
        if (given != null && Web.same(given.strip(), CODE)) {
            settle(ctx, open, Reply.PASS);
            return;
        }
        Case wrong = cases.change(open.acsTransId(), Case::wrongCode);
        if (wrong.wrongCodes() >= Case.TRIES) {
            settle(ctx, wrong, Reply.FAIL);
        } else {
            show(ctx, wrong, true);
        }
    }

    private Case open(Context ctx) {
        Case found = cases.get(ctx.pathParam("trans"));
        if (found.over()) {
            throw Problem.of(409, "answered", "This challenge has been answered.");
        }
        return found;
    }

    private static void show(Context ctx, Case open, boolean wrong) {
        page(ctx, open, IssuerPages.challenge(open, sessionData(ctx), wrong));
    }

    private void settle(Context ctx, Case open, Reply reply) {
        Cases.Way way = cases.answer(open.acsTransId(), reply, sessionData(ctx));
        page(
                ctx,
                open,
                way.cres() == null
                        ? IssuerPages.gone(open)
                        : IssuerPages.back(open, way.cres(), way.sessionData()));
    }

    private static @Nullable String sessionData(Context ctx) {
        return ctx.formParam("threeDSSessionData");
    }

    private static void page(Context ctx, Case open, String html) {
        URI to = URI.create(open.notificationUrl());
        String origin = to.getScheme() + "://" + to.getRawAuthority();
        Web.page(ctx, html, "form-action 'self' " + origin);
    }
}
