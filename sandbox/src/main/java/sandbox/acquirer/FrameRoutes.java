package sandbox.acquirer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Problem;
import sandbox.shared.Web;
import sandbox.threeds.Message;

/** The hosted fields: the page in the merchant's frame, and what its script calls. */
final class FrameRoutes {
    private final CardSessions sessions;

    FrameRoutes(CardSessions sessions) {
        this.sessions = sessions;
    }

    void add(RoutesConfig routes) {
        routes.get("/frames/card/{id}", this::page);
        routes.post("/frames/card/{id}/submit", this::submit);
        routes.post("/frames/card/{id}/cancel", this::cancel);
        routes.post("/frames/card/{id}/return", this::returned);
        routes.get("/frames/card/{id}/state", this::state);
    }

    static String address(Context ctx, String id) {
        return "http://127.0.0.1:" + ctx.req().getLocalPort() + "/frames/card/" + id;
    }

    private void page(Context ctx) {
        CardSession session = sessions.get(ctx.pathParam("id"));
        if (session.status() == SessionStatus.OPEN) {
            show(ctx, session, FramePages.form(session));
        } else {
            show(ctx, session, FramePages.result(session));
        }
    }

    // The form goes to the issuer for a challenge, whose address is not known beforehand; the
    // policy allows any program of this machine and nothing else.
    private static void show(Context ctx, CardSession session, String html) {
        Web.page(
                ctx,
                html,
                "form-action 'self' http://127.0.0.1:*; frame-ancestors "
                        + session.terms().merchantOrigin());
    }

    private void submit(Context ctx) {
        String id = ctx.pathParam("id");
        CardForm form = Web.body(ctx, CardForm.class);
        var by =
                new ThreeDSServer.Visitor(
                        address(ctx, id) + "/return",
                        header(ctx, "Accept", "*/*"),
                        header(ctx, "User-Agent", "unknown"),
                        ctx.ip());
        CardSession session = sessions.submit(id, form, by);
        Web.json(ctx, 200, answer(session));
    }

    private static String header(Context ctx, String name, String otherwise) {
        String value = ctx.header(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private static Map<String, Object> answer(CardSession session) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", session.status());
        if (session.failureCode() != null) {
            answer.put("code", session.failureCode());
        }
        Challenge challenge = session.challenge();
        if (session.status() == SessionStatus.CHALLENGE && challenge != null) {
            answer.put("challengeUrl", challenge.acsUrl());
            answer.put("creq", challengeRequest(challenge).encoded());
            answer.put("threeDSSessionData", challenge.sessionData());
        }
        return answer;
    }

    private static Message challengeRequest(Challenge challenge) {
        return Message.of("CReq")
                .with("threeDSServerTransID", challenge.threeDSServerTransId())
                .with("acsTransID", challenge.acsTransId())
                .with("challengeWindowSize", "05");
    }

    private void cancel(Context ctx) {
        CardSession session = sessions.cancel(ctx.pathParam("id"));
        Web.json(ctx, 200, answer(session));
    }

    /** The browser is back from the issuer. What it says is not believed, only matched. */
    private void returned(Context ctx) {
        CardSession session = sessions.get(ctx.pathParam("id"));
        Challenge challenge = session.challenge();
        String data = ctx.formParam("threeDSSessionData");
        String cres = ctx.formParam("cres");
        if (challenge == null
                || data == null
                || !Web.same(data, challenge.sessionData())
                || !sameTransaction(cres, challenge)) {
            ctx.status(400);
            show(ctx, session, FramePages.mismatch(session));
            return;
        }
        show(ctx, session, FramePages.result(session));
    }

    private static boolean sameTransaction(@Nullable String cres, Challenge challenge) {
        try {
            return cres != null
                    && challenge.acsTransId().equals(Message.decode(cres).get("acsTransID"));
        } catch (Problem unreadable) {
            return false;
        }
    }

    private void state(Context ctx) {
        CardSession session = sessions.get(ctx.pathParam("id"));
        Web.json(ctx, 200, answer(session));
    }
}
