package sandbox.inbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Ids;
import sandbox.shared.Journal;
import sandbox.shared.Problem;
import sandbox.shared.Program;
import sandbox.shared.Web;

/** The inbox as a program: mail by SMTP, SMS by HTTP, and a page that shows both. */
public final class Inbox implements AutoCloseable {
    /** How it is set up: its two ports, the key of its SMS gateway, its data, its time. */
    public record Setup(
            int port, int smtpPort, String smsKey, @Nullable Path data, InstantSource clock) {}

    private record SmsRequest(@Nullable String to, @Nullable String text) {}

    private final Setup setup;
    private final Journal journal;
    private final Messages messages;
    private final MailServer mailServer;
    private final Program program;

    public Inbox(Setup setup) throws BindException {
        this.setup = setup;
        journal = Journal.in(setup.data(), "inbox");
        messages = new Messages(journal);
        mailServer = new MailServer(setup.smtpPort(), messages, setup.clock());
        try {
            program = Program.start("inbox", setup.port(), this::route);
        } catch (BindException e) {
            mailServer.close();
            throw e;
        }
    }

    private void route(RoutesConfig routes) {
        routes.post("/v1/sms", this::send);
        routes.get("/control/mail", this::mails);
        routes.delete("/control/mail", ctx -> clear(ctx, messages::clearMail));
        routes.get("/control/sms", this::texts);
        routes.delete("/control/sms", ctx -> clear(ctx, messages::clearSms));
        routes.post("/control/bounces", this::bounce);
        routes.delete("/control/bounces", ctx -> clear(ctx, messages::clearBounces));
        routes.get("/control/state", ctx -> Web.json(ctx, 200, messages.counts()));
        new InboxPages(messages).add(routes);
    }

    private void send(Context ctx) {
        Web.requireBearer(ctx, setup.smsKey());
        SmsRequest request = Web.body(ctx, SmsRequest.class);
        String to = Web.required(request.to(), "to");
        if (to.endsWith("0000")) {
            throw Problem.of(422, "unreachable", "This number cannot be reached.");
        }
        var sms =
                new Sms(
                        Ids.next("sms"),
                        to,
                        Web.required(request.text(), "text"),
                        setup.clock().instant());
        messages.add(sms);
        Web.json(ctx, 202, Map.of("id", sms.id()));
    }

    private void mails(Context ctx) {
        int limit = Web.limit(ctx, Messages.KEPT, Messages.KEPT);
        Web.json(ctx, 200, messages.mails(ctx.queryParam("to"), limit));
    }

    private void texts(Context ctx) {
        int limit = Web.limit(ctx, Messages.KEPT, Messages.KEPT);
        Web.json(ctx, 200, messages.texts(ctx.queryParam("to"), limit));
    }

    private void bounce(Context ctx) {
        var bounce = Web.body(ctx, Messages.Bounce.class);
        Web.required(bounce.address(), "address");
        messages.add(bounce);
        ctx.status(204);
    }

    private static void clear(Context ctx, Runnable what) {
        what.run();
        ctx.status(204);
    }

    public URI uri() {
        return program.uri();
    }

    public int smtpPort() {
        return mailServer.port();
    }

    @Override
    public void close() {
        program.close();
        mailServer.close();
        journal.close();
    }
}
