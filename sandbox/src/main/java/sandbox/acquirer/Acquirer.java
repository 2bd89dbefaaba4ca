package sandbox.acquirer;

import io.javalin.config.RoutesConfig;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Journal;
import sandbox.shared.Program;
import sandbox.threeds.Link;
import tools.jackson.databind.JsonNode;

/** The acquirer as a program: hosted card fields, 3-D Secure server, payments, webhooks. */
public final class Acquirer implements AutoCloseable {
    /** How it is set up: its port, its merchants' key, its data, its time. */
    public record Setup(
            int port, String key, @Nullable Path data, Duration timeoutHold, InstantSource clock) {}

    private final Vault vault = new Vault();
    private final Webhooks webhooks;
    private final Journal journal;
    private final Hold hold;
    private final Program program;

    /** The directory is the issuer's address, and is asked for only when a card comes. */
    public Acquirer(Setup setup, Supplier<URI> directory, Link link) throws BindException {
        var clock = setup.clock();
        webhooks = new Webhooks(clock);
        hold = new Hold(setup.timeoutHold());
        var server = new ThreeDSServer(directory, link);
        journal = Journal.in(setup.data(), "acquirer");
        var sessions = new CardSessions(server, vault, journal, clock);
        var payments = new Payments(vault, webhooks, journal, clock);
        var disputes = new Disputes(payments, webhooks, journal, clock, setup.key());
        var settlements = new Settlements(payments, disputes, journal, setup.key());
        journal.replay(
                line -> {
                    if (line.path("type").asString().equals("settlement")) {
                        settlements.replay(line);
                    } else {
                        replay(line, sessions, payments, disputes);
                    }
                });
        program =
                Program.start(
                        "acquirer",
                        setup.port(),
                        routes -> {
                            route(routes, setup, sessions, payments, link);
                            disputes.add(routes);
                            settlements.add(routes);
                        });
    }

    private void replay(
            JsonNode line, CardSessions sessions, Payments payments, Disputes disputes) {
        switch (line.path("type").asString()) {
            case "card" -> vault.replay(line);
            case "session" -> sessions.replay(line);
            case "payment" -> payments.replay(line);
            case "dispute" -> disputes.replay(line);
            case "endpoint" -> webhooks.replay(line);
            default -> throw new IllegalStateException("The journal has an unknown line");
        }
    }

    private void route(
            RoutesConfig routes, Setup setup, CardSessions sessions, Payments payments, Link link) {
        new SessionRoutes(sessions, setup.key(), link).add(routes);
        new FrameRoutes(sessions).add(routes);
        new PaymentRoutes(payments, setup.key(), hold).add(routes);
        new ControlRoutes(sessions, payments, vault, webhooks, journal, setup.key()).add(routes);
    }

    public URI uri() {
        return program.uri();
    }

    @Override
    public void close() {
        hold.release();
        webhooks.close();
        program.close();
        journal.close();
    }
}
