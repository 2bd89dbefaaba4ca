package sandbox.inbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Html;
import sandbox.shared.Problem;
import sandbox.shared.Web;

/** The inbox's pages: what came in, newest first, and one mail. */
final class InboxPages {
    private static final int SHOWN = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH)
                    .withZone(ZoneId.of("Asia/Tokyo"));

    private record Line(Instant at, String html) {}

    private final Messages messages;

    InboxPages(Messages messages) {
        this.messages = messages;
    }

    void add(RoutesConfig routes) {
        routes.get("/", this::list);
        routes.get("/mail/{id}", this::mail);
        routes.get("/mail/{id}/html", this::html);
    }

    private void list(Context ctx) {
        String asked = ctx.queryParam("to");
        String to = asked == null || asked.isBlank() ? null : asked.strip();
        var lines = new ArrayList<Line>();
        messages.mails(to, SHOWN).forEach(mail -> lines.add(new Line(mail.at(), line(mail))));
        messages.texts(to, SHOWN).forEach(sms -> lines.add(new Line(sms.at(), line(sms))));
        lines.sort(Comparator.comparing(Line::at).reversed());
        String items =
                lines.stream().limit(SHOWN).map(Line::html).collect(Collectors.joining("\n"));
        Web.page(
                ctx,
                Html.page(
                        "inbox",
                        Map.of(
                                "to", to == null ? "" : to,
                                "items", items.isEmpty() ? nothing(to) : items)),
                "form-action 'self'");
    }

    private static String nothing(@Nullable String to) {
        return "<li class=empty>"
                + (to == null
                        ? "Nothing has come in yet."
                        : "Nothing has come in for " + Html.escape(to) + ".")
                + "</li>";
    }

    private static String line(Mail mail) {
        return "<li><a href='/mail/"
                + Html.escape(mail.id())
                + "'><span class='tag mail'>Mail</span><span class=who>"
                + Html.escape(mail.to())
                + "</span><time>"
                + TIME.format(mail.at())
                + "</time><strong>"
                + Html.escape(mail.subject())
                + "</strong><span class=snippet>"
                + Html.escape(snippet(mail.text()))
                + "</span></a></li>";
    }

    private static String line(Sms sms) {
        return "<li><div><span class='tag sms'>SMS</span><span class=who>"
                + Html.escape(sms.to())
                + "</span><time>"
                + TIME.format(sms.at())
                + "</time><span class=body>"
                + Html.escape(sms.text())
                + "</span></div></li>";
    }

    private static String snippet(String text) {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() > 120 ? flat.substring(0, 120) + "…" : flat;
    }

    private void mail(Context ctx) {
        Mail mail = find(ctx);
        Web.page(
                ctx,
                Html.page(
                        "mail",
                        Map.of(
                                "id", mail.id(),
                                "to", mail.to(),
                                "toQuery", URLEncoder.encode(mail.to(), StandardCharsets.UTF_8),
                                "from", mail.from(),
                                "subject", mail.subject(),
                                "at", TIME.format(mail.at()),
                                "text", mail.text().isBlank() ? "(no plain text)" : mail.text(),
                                "frame", frame(mail))),
                "frame-src 'self'");
    }

    private static String frame(Mail mail) {
        return mail.html().isBlank()
                ? "<p class=quiet>This mail has no HTML part.</p>"
                : "<iframe title='HTML of the mail' sandbox src='/mail/"
                        + Html.escape(mail.id())
                        + "/html'></iframe>";
    }

    // A mail's HTML is a stranger's: no scripts, no forms, nothing fetched from elsewhere.
    private void html(Context ctx) {
        Mail mail = find(ctx);
        ctx.header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .header("X-Content-Type-Options", "nosniff")
                .html(mail.html())
                .contentType("text/html; charset=utf-8");
    }

    private Mail find(Context ctx) {
        return messages.mail(ctx.pathParam("id"))
                .orElseThrow(() -> Problem.of(404, "unknown-mail", "There is no such mail."));
    }
}
