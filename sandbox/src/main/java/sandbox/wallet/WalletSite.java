package sandbox.wallet;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Journal;
import sandbox.shared.Problem;
import sandbox.shared.Program;
import sandbox.shared.Web;

/** The wallet's company as a program: its login for holders, its interface for merchants. */
public final class WalletSite implements AutoCloseable {
    /** How it is set up: its port, its merchants' key, its data. */
    public record Setup(int port, String key, @Nullable Path data) {}

    private record Code(@Nullable String code) {}

    private record Taking(
            @Nullable String token, @Nullable Long amount, @Nullable String currency) {}

    private record Part(@Nullable Long amount) {}

    private record Opening(@Nullable String id, @Nullable String password) {}

    private record Filling(@Nullable Long points) {}

    private final String key;
    private final Journal journal;
    private final Wallets wallets;
    private final Program program;

    public WalletSite(Setup setup) throws BindException {
        key = setup.key();
        journal = Journal.in(setup.data(), "wallet");
        wallets = new Wallets(journal);
        journal.replay(wallets::replay);
        program = Program.start("wallet", setup.port(), this::route);
    }

    private void route(RoutesConfig routes) {
        new WalletPages(wallets).add(routes);
        routes.post("/v1/links", this::link);
        routes.delete("/v1/links/{token}", this::unlink);
        routes.post("/v1/payments", this::pay);
        routes.get("/v1/payments/by-key/{key}", this::byKey);
        routes.post("/v1/payments/{id}/refund", this::refund);
        routes.post("/control/wallets", this::open);
        routes.post("/control/wallets/{id}/fund", this::fund);
        routes.post("/control/wallets/{id}/revoke", this::revoke);
        routes.get(
                "/control/wallets/{id}",
                ctx -> Web.json(ctx, 200, wallets.wallet(ctx.pathParam("id"))));
    }

    private void link(Context ctx) {
        Web.requireBearer(ctx, key);
        var link = wallets.link(Web.required(Web.body(ctx, Code.class).code(), "code"));
        var masked = wallets.wallet(link.wallet()).masked();
        Web.json(ctx, 200, Map.of("token", link.token(), "wallet", masked));
    }

    private void unlink(Context ctx) {
        Web.requireBearer(ctx, key);
        Web.json(ctx, 200, wallets.link(ctx.pathParam("token"), true));
    }

    private void pay(Context ctx) {
        Web.requireBearer(ctx, key);
        var taking = Web.body(ctx, Taking.class);
        if (!Web.required(taking.currency(), "currency").equals("JPY")) {
            throw Problem.of(422, "wrong-currency", "Points are yen.");
        }
        Web.json(
                ctx,
                200,
                wallets.pay(
                        once(ctx),
                        Web.required(taking.token(), "token"),
                        Web.required(taking.amount(), "amount")));
    }

    private void byKey(Context ctx) {
        Web.requireBearer(ctx, key);
        Web.json(ctx, 200, wallets.byKey(ctx.pathParam("key")));
    }

    private void refund(Context ctx) {
        Web.requireBearer(ctx, key);
        long part = Web.required(Web.body(ctx, Part.class).amount(), "amount");
        Web.json(ctx, 200, wallets.refund(once(ctx), ctx.pathParam("id"), part));
    }

    private void open(Context ctx) {
        var opening = Web.body(ctx, Opening.class);
        var id = Web.required(opening.id(), "id");
        Web.json(ctx, 200, wallets.open(id, Web.required(opening.password(), "password")));
    }

    private void fund(Context ctx) {
        long points = Web.required(Web.body(ctx, Filling.class).points(), "points");
        Web.json(ctx, 200, wallets.fund(ctx.pathParam("id"), points));
    }

    private void revoke(Context ctx) {
        wallets.revokeAll(ctx.pathParam("id"));
        ctx.status(204);
    }

    private static String once(Context ctx) {
        var given = ctx.header("Idempotency-Key");
        if (given == null || given.isBlank()) {
            throw Problem.of(400, "key-missing", "Send an Idempotency-Key.");
        }
        return given;
    }

    public URI uri() {
        return program.uri();
    }

    @Override
    public void close() {
        program.close();
        journal.close();
    }
}
