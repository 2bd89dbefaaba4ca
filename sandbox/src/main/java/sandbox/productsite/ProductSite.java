package sandbox.productsite;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import sandbox.shared.Problem;
import sandbox.shared.Program;
import sandbox.shared.Web;
import sandbox.shared.WebhookSignature;

/** The product site as a program: obeys signed orders, and shows its workspaces. */
public final class ProductSite implements AutoCloseable {
    /** How it is set up: its port, the secret that signs orders, its data, its time. */
    public record Setup(int port, String secret, @Nullable Path data, InstantSource clock) {}

    private record Login(@Nullable String adminId, @Nullable String adminPassword) {}

    private final WebhookSignature signature;
    private final InstantSource clock;
    private final Failures failures = new Failures();
    private final Journal journal;
    private final Workspaces workspaces;
    private final Program program;

    public ProductSite(Setup setup) throws BindException {
        signature = WebhookSignature.with(setup.secret());
        clock = setup.clock();
        journal = Journal.in(setup.data(), "productsite");
        workspaces = new Workspaces(journal, clock);
        program = Program.start("product site", setup.port(), this::route);
    }

    private void route(RoutesConfig routes) {
        routes.post("/hooks/provisioning", this::obey);
        routes.post("/control/fail", this::fail);
        routes.delete("/control/fail", this::clearFailures);
        routes.get("/control/workspaces", this::list);
        routes.get("/control/workspaces/{contract}", this::show);
        routes.post("/control/workspaces/{contract}/login", this::login);
        routes.get("/control/state", ctx -> Web.json(ctx, 200, state()));
        new ProductPages(workspaces).add(routes);
    }

    private void obey(Context ctx) {
        byte[] body = ctx.bodyAsBytes();
        var headers =
                new WebhookSignature.Headers(
                        ctx.header("webhook-id"),
                        ctx.header("webhook-timestamp"),
                        ctx.header("webhook-signature"));
        if (!signature.matches(headers, body, clock.instant())) {
            throw Problem.of(401, "signature", "The signature is wrong or too old.");
        }
        Order order = Json.read(body, Order.class);
        failures.failIfTold(order.contract());
        workspaces.obey(order);
        Web.json(ctx, 200, Map.of("status", "done"));
    }

    private void fail(Context ctx) {
        failures.add(Web.body(ctx, Failures.Wanted.class));
        ctx.status(204);
    }

    private void clearFailures(Context ctx) {
        failures.clear();
        ctx.status(204);
    }

    private void list(Context ctx) {
        Web.json(ctx, 200, workspaces.newestFirst().stream().map(ProductSite::view).toList());
    }

    private void show(Context ctx) {
        Web.json(ctx, 200, view(workspaces.get(ctx.pathParam("contract"))));
    }

    private static Map<String, Object> view(Workspace workspace) {
        var view = new LinkedHashMap<String, Object>();
        view.put("contract", workspace.contract());
        view.put("product", workspace.product());
        view.put("state", workspace.state());
        view.put("sequence", workspace.sequence());
        view.put("details", workspace.details());
        view.put("changedAt", workspace.changedAt());
        return view;
    }

    /** Whether an administrator could log in: for tests of the password's way here. */
    private void login(Context ctx) {
        Workspace workspace = workspaces.get(ctx.pathParam("contract"));
        Login login = Web.body(ctx, Login.class);
        String password = Web.required(login.adminPassword(), "adminPassword");
        boolean right =
                Web.required(login.adminId(), "adminId").equals(workspace.details().get("adminId"))
                        && Password.matches(password, workspace.passwordHash());
        if (!right) {
            throw Problem.of(401, "login", "The id or the password is wrong.");
        }
        if (workspace.state() != Workspace.State.ACTIVE) {
            throw Problem.of(403, workspace.state().tag(), "The workspace is not active.");
        }
        ctx.status(204);
    }

    private Map<String, Object> state() {
        return Map.of(
                "workspaces",
                workspaces.newestFirst().stream()
                        .collect(
                                Collectors.groupingBy(
                                        workspace -> workspace.state().tag(),
                                        Collectors.counting())));
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
