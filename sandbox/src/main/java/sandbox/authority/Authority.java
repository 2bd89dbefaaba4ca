package sandbox.authority;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Html;
import sandbox.shared.Journal;
import sandbox.shared.Program;
import sandbox.shared.Web;

/** The certificate authority as a program, with the control page of the names that it looks at. */
public final class Authority implements AutoCloseable {
    private static final int SHOWN = 30;

    private record Txt(@Nullable String name, @Nullable String value) {}

    private record Document(@Nullable String address, @Nullable String content) {}

    private record Name(@Nullable String name) {}

    private record Tries(@Nullable Integer tries) {}

    private final Journal keys;
    private final Journal names;
    private final Journal journal;
    private final Zone zone;
    private final Orders orders;
    private final Issuing issuing;
    private final Program program;

    public Authority(int port, @Nullable Path data, java.time.InstantSource clock)
            throws BindException {
        keys = Journal.in(data, "authority-key");
        names = Journal.in(data, "names");
        journal = Journal.in(data, "authority");
        zone = new Zone(names);
        names.replay(zone::replay);
        orders = new Orders(zone, journal);
        journal.replay(orders::replay);
        issuing = new Issuing(keys);
        var acme = new Acme(orders, issuing, clock);
        program = Program.start("certificate authority", port, routes -> route(routes, acme));
    }

    private void route(RoutesConfig routes, Acme acme) {
        acme.add(routes);
        routes.get("/", ctx -> Web.page(ctx, page()));
        routes.get("/root.pem", ctx -> ctx.contentType("application/pem").result(issuing.root()));
        routes.post("/control/dns", this::record);
        routes.post("/control/files", this::file);
        routes.post("/control/refusals", this::refuse);
        routes.post("/control/patience", this::patience);
        routes.get(
                "/control/names",
                ctx -> Web.json(ctx, 200, Map.of("dns", zone.records(), "files", zone.files())));
    }

    private void record(Context ctx) {
        var record = Web.body(ctx, Txt.class);
        zone.record(Web.required(record.name(), "name"), text(record.value()));
        ctx.status(204);
    }

    private void file(Context ctx) {
        var file = Web.body(ctx, Document.class);
        zone.file(Web.required(file.address(), "address"), text(file.content()));
        ctx.status(204);
    }

    private void refuse(Context ctx) {
        orders.refuse(Web.required(Web.body(ctx, Name.class).name(), "name"));
        ctx.status(204);
    }

    private void patience(Context ctx) {
        orders.patience(Web.required(Web.body(ctx, Tries.class).tries(), "tries"));
        ctx.status(204);
    }

    private String page() {
        var records = new StringBuilder();
        zone.records().forEach((name, value) -> records.append(row(name, value)));
        var files = new StringBuilder();
        zone.files().forEach((address, content) -> files.append(row(address, content)));
        var issued = new StringBuilder();
        orders.newest(SHOWN)
                .forEach(
                        order ->
                                issued.append(
                                        row(
                                                order.name(),
                                                order.from(),
                                                order.until(),
                                                order.chain() == null ? "ordered" : "issued")));
        return Html.page(
                "authority",
                Map.of(
                        "records", records.toString(),
                        "files", files.toString(),
                        "orders", issued.toString()));
    }

    private static String row(Object... cells) {
        var row = new StringBuilder("<tr>");
        for (var cell : cells) {
            row.append("<td>").append(Html.escape(String.valueOf(cell))).append("</td>");
        }
        return row.append("</tr>").toString();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    public URI uri() {
        return program.uri();
    }

    @Override
    public void close() {
        program.close();
        journal.close();
        names.close();
        keys.close();
    }
}
