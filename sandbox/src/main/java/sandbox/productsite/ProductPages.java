package sandbox.productsite;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.stream.Collectors;
import sandbox.shared.Html;
import sandbox.shared.Web;

/** The product site's pages: the list of workspaces, and the admin page of one. */
final class ProductPages {
    private static final int SHOWN = 200;

    private final Workspaces workspaces;

    ProductPages(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    void add(RoutesConfig routes) {
        routes.get("/", this::list);
        routes.get("/workspaces/{contract}", this::admin);
    }

    private void list(Context ctx) {
        String rows =
                workspaces.newestFirst().stream()
                        .limit(SHOWN)
                        .map(ProductPages::row)
                        .collect(Collectors.joining());
        Web.page(
                ctx,
                Html.page(
                        "product",
                        Map.of(
                                "rows",
                                rows.isEmpty()
                                        ? "<tr><td colspan=5 class=quiet>No workspaces"
                                                + " yet.</td></tr>"
                                        : rows)));
    }

    private static String row(Workspace workspace) {
        String state = workspace.state().tag();
        String contract = Html.escape(workspace.contract());
        return "<tr><td><a href='/workspaces/"
                + contract
                + "'>"
                + Html.escape(name(workspace))
                + "</a></td><td><code>"
                + contract
                + "</code></td><td>"
                + Html.escape(workspace.product())
                + "</td><td>"
                + Html.escape(workspace.details().getOrDefault("plan", ""))
                + "</td><td><span class='tag "
                + state
                + "'>"
                + state
                + "</span></td></tr>";
    }

    private static String name(Workspace workspace) {
        var details = workspace.details();
        String domain = details.getOrDefault("domain", workspace.contract());
        return details.getOrDefault("group", domain);
    }

    private void admin(Context ctx) {
        Workspace workspace = workspaces.get(ctx.pathParam("contract"));
        String details =
                workspace.details().entrySet().stream()
                        .map(
                                detail ->
                                        "<dt>"
                                                + Html.escape(detail.getKey())
                                                + "</dt><dd>"
                                                + Html.escape(detail.getValue())
                                                + "</dd>")
                        .collect(Collectors.joining());
        Web.page(
                ctx,
                Html.page(
                        "workspace",
                        Map.of(
                                "name", name(workspace),
                                "contract", workspace.contract(),
                                "product", workspace.product(),
                                "state", workspace.state().tag(),
                                "sentence", sentence(workspace.state()),
                                "details", details)));
    }

    private static String sentence(Workspace.State state) {
        return switch (state) {
            case ACTIVE -> "This workspace is active.";
            case SUSPENDED -> "This workspace is suspended: nobody can sign in, nothing is lost.";
            case DELETED -> "This workspace has been deleted.";
        };
    }
}
