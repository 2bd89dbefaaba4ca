package sandbox.inbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Html;
import sandbox.shared.Language;
import sandbox.shared.Problem;
import sandbox.shared.Web;

/** The inbox's pages: what came in, newest first, and one mail. */
final class InboxPages {
    private static final int SHOWN = 200;

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
        var words = Language.asked(ctx);
        var lines = new ArrayList<Line>();
        messages.mails(to, SHOWN)
                .forEach(mail -> lines.add(new Line(mail.at(), line(words, mail))));
        messages.texts(to, SHOWN).forEach(sms -> lines.add(new Line(sms.at(), line(words, sms))));
        lines.sort(Comparator.comparing(Line::at).reversed());
        String items =
                lines.stream().limit(SHOWN).map(Line::html).collect(Collectors.joining("\n"));
        Web.page(
                ctx,
                Html.page(
                        ctx,
                        "inbox",
                        Map.of(
                                "to", to == null ? "" : to,
                                "items", items.isEmpty() ? nothing(words, to) : items)),
                "form-action 'self'");
    }

    private static String nothing(Language words, @Nullable String to) {
        return "<li class=empty>"
                + (to == null
                        ? words.word("inbox.empty")
                        : words.word("inbox.empty.for").replace("{0}", Html.escape(to)))
                + "</li>";
    }

    private static String line(Language words, Mail mail) {
        return "<li><a href='/mail/"
                + Html.escape(mail.id())
                + "'><span class='tag mail'>"
                + words.word("inbox.mail")
                + "</span><span class=who>"
                + Html.escape(mail.to())
                + "</span><time>"
                + words.time(mail.at())
                + "</time><strong>"
                + Html.escape(mail.subject())
                + "</strong><span class=snippet>"
                + Html.escape(snippet(mail.text()))
                + "</span></a></li>";
    }

    private static String line(Language words, Sms sms) {
        return "<li><div><span class='tag sms'>SMS</span><span class=who>"
                + Html.escape(sms.to())
                + "</span><time>"
                + words.time(sms.at())
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
        var words = Language.asked(ctx);
        Web.page(
                ctx,
                Html.page(
                        ctx,
                        "mail",
                        Map.of(
                                "id", mail.id(),
                                "to", mail.to(),
                                "toQuery", URLEncoder.encode(mail.to(), StandardCharsets.UTF_8),
                                "from", mail.from(),
                                "subject", mail.subject(),
                                "at", words.time(mail.at()),
                                "text",
                                        mail.text().isBlank()
                                                ? words.word("inbox.no-text")
                                                : mail.text(),
                                "frame", frame(words, mail))),
                "frame-src 'self'");
    }

    private static String frame(Language words, Mail mail) {
        return mail.html().isBlank()
                ? "<p class=quiet>" + words.word("inbox.no-html") + "</p>"
                : "<iframe title='HTML' sandbox src='/mail/"
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
