package sandbox.wallet;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Html;
import sandbox.shared.Ids;
import sandbox.shared.Language;
import sandbox.shared.Outbound;
import sandbox.shared.Problem;
import sandbox.shared.Web;

/** What a holder sees: the ID, then the password, then the question; and the control page. */
final class WalletPages {
    /** A visit that a merchant sent here; the wallet once its holder has logged in. */
    private record Visit(String back, String state, @Nullable String id, boolean loggedIn) {}

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final Wallets wallets;

    WalletPages(Wallets wallets) {
        this.wallets = wallets;
    }

    void add(RoutesConfig routes) {
        routes.get("/", ctx -> Web.page(ctx, control(ctx)));
        routes.get("/authorize", this::begin);
        routes.post("/authorize/{visit}/id", this::id);
        routes.post("/authorize/{visit}/password", this::password);
        routes.post("/authorize/{visit}/answer", this::answer);
    }

    private void begin(Context ctx) {
        var back = Web.required(ctx.queryParam("redirect_uri"), "redirect_uri");
        var state = Web.required(ctx.queryParam("state"), "state");
        var name = Ids.next("visit");
        visits.put(name, new Visit(Outbound.loopback(back).toString(), state, null, false));
        ask(ctx, "wallet-id", name, "");
    }

    private void id(Context ctx) {
        var name = ctx.pathParam("visit");
        var visit = visit(name);
        var id = Web.required(ctx.formParam("id"), "id");
        visits.put(name, new Visit(visit.back(), visit.state(), id, false));
        ask(ctx, "wallet-password", name, "");
    }

    private void password(Context ctx) {
        var name = ctx.pathParam("visit");
        var visit = visit(name);
        var id = Web.required(visit.id(), "id");
        var password = ctx.formParam("password");
        if (password == null || !wallets.matches(id, password)) {
            ask(ctx, "wallet-password", name, Language.asked(ctx).word("wallet.wrong"));
            return;
        }
        visits.put(name, new Visit(visit.back(), visit.state(), id, true));
        ask(ctx, "wallet-allow", name, "");
    }

    private void answer(Context ctx) {
        var name = ctx.pathParam("visit");
        var visit = visit(name);
        if (!visit.loggedIn()) {
            throw Problem.of(403, "login", "Log in first.");
        }
        visits.remove(name);
        var yes = "yes".equals(ctx.formParam("answer"));
        var said =
                yes
                        ? "code=" + wallets.allow(Web.required(visit.id(), "id"))
                        : "error=access_denied";
        var joint = visit.back().contains("?") ? "&" : "?";
        var state = URLEncoder.encode(visit.state(), StandardCharsets.UTF_8);
        ctx.redirect(visit.back() + joint + said + "&state=" + state);
    }

    private Visit visit(String name) {
        var visit = visits.get(name);
        if (visit == null) {
            throw Problem.of(404, "gone", "This visit is over. Go back and start again.");
        }
        return visit;
    }

    private static void ask(Context ctx, String page, String visit, String wrong) {
        Web.page(
                ctx,
                Html.page(ctx, page, Map.of("visit", visit, "wrong", wrong)),
                "form-action 'self' http://127.0.0.1:* http://localhost:*");
    }

    private String control(Context ctx) {
        var words = Language.asked(ctx);
        return Html.page(
                ctx,
                "wallet",
                Map.of(
                        "wallets",
                        wallets.all().stream()
                                .map(w -> row(w.id(), w.points()))
                                .collect(Collectors.joining()),
                        "payments",
                        wallets.newest(30).stream()
                                .map(
                                        p ->
                                                row(
                                                        p.id(),
                                                        p.amount(),
                                                        words.word("wallet.status." + p.status())))
                                .collect(Collectors.joining())));
    }

    private static String row(Object... cells) {
        return java.util.Arrays.stream(cells)
                .map(cell -> "<td>" + Html.escape(String.valueOf(cell)) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
