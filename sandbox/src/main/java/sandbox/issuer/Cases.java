package sandbox.issuer;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sandbox.shared.Ids;
import sandbox.shared.Problem;
import sandbox.threeds.Link;
import sandbox.threeds.Message;

/** The challenges: opened by an AReq, answered by a cardholder, reported by an RReq. */
final class Cases {
    private static final Logger LOG = LoggerFactory.getLogger(Cases.class);
    private static final int KEPT = 10_000;
    private static final long AFTER_CRES_MILLIS = 1500;

    /** What is told to go wrong with the next challenge of a session or of a card. */
    record Order(
            @Nullable String session,
            @Nullable String last4,
            @Nullable String trans,
            @Nullable Misbehaviour kind,
            @Nullable Long millis) {
        boolean meets(Case open) {
            boolean sameSession =
                    session != null && open.notificationUrl().contains("/" + session + "/");
            return sameSession || open.card().last4().equals(last4);
        }

        Case on(Case open) {
            return open.misbehaving(
                    kind == null ? Misbehaviour.NONE : kind, millis == null ? 3000 : millis);
        }
    }

    /** What goes back through the browser; nothing when the cardholder has walked away. */
    record Way(String notificationUrl, @Nullable String cres, @Nullable String sessionData) {}

    private final Map<String, Case> cases =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Case> eldest) {
                    return size() > KEPT;
                }
            };
    private final Queue<Order> orders = new ArrayDeque<>();
    private final Supplier<URI> acquirer;
    private final Link link;
    private final InstantSource clock;

    Cases(Supplier<URI> acquirer, Link link, InstantSource clock) {
        this.acquirer = acquirer;
        this.link = link;
        this.clock = clock;
    }

    synchronized void open(Message request, Case.CardFace face) {
        var open = new Case(request, face, clock.instant(), 0, Misbehaviour.NONE, 0, null);
        for (Order order : orders) {
            if (order.meets(open)) {
                orders.remove(order);
                open = order.on(open);
                break;
            }
        }
        cases.put(open.acsTransId(), open);
    }

    synchronized void order(Order order) {
        if (order.trans() != null) {
            change(order.trans(), order::on);
        } else if (order.session() != null || order.last4() != null) {
            boolean met = false;
            for (Case open : List.copyOf(cases.values())) {
                if (!met && !open.over() && order.session() != null && order.meets(open)) {
                    cases.put(open.acsTransId(), order.on(open));
                    met = true;
                }
            }
            if (!met) {
                orders.add(order);
            }
        } else {
            throw Problem.of(422, "whose", "Name a session, a card's last4 or a trans.");
        }
    }

    synchronized Case get(String transId) {
        Case found = cases.get(transId);
        if (found == null) {
            throw Problem.of(404, "unknown-trans", "There is no challenge with this id.");
        }
        return found;
    }

    synchronized Collection<Case> newestFirst() {
        return List.copyOf(cases.values()).reversed();
    }

    synchronized Case change(String transId, UnaryOperator<Case> how) {
        Case after = how.apply(get(transId));
        cases.put(transId, after);
        return after;
    }

    /** Settles a challenge, reports it to the acquirer, and says what the browser takes back. */
    Way answer(String transId, Reply reply, @Nullable String sessionData) {
        Case settled;
        synchronized (this) {
            Case before = get(transId);
            if (before.over()) {
                throw Problem.of(409, "answered", "This challenge has been answered.");
            }
            if (before.misbehaviour() == Misbehaviour.ABANDONED) {
                return new Way(before.notificationUrl(), null, null);
            }
            settled = change(transId, open -> open.answered(reply, clock.instant()));
        }
        report(settled);
        boolean altered = settled.misbehaviour() == Misbehaviour.ALTERED_SESSION_DATA;
        return new Way(
                settled.notificationUrl(),
                settled.browserResult().encoded(),
                altered ? Ids.next("sd") : sessionData);
    }

    private void report(Case settled) {
        switch (settled.misbehaviour()) {
            case NONE, FORGED_CRES, ALTERED_SESSION_DATA, EXPIRED -> send(settled, 0);
            case RREQ_DELAYED -> send(settled, settled.delayMillis());
            case RREQ_TWICE -> {
                send(settled, 0);
                send(settled, 0);
            }
            case RREQ_AFTER_CRES -> {
                long millis = Math.max(settled.delayMillis(), AFTER_CRES_MILLIS);
                Thread.startVirtualThread(() -> send(settled, millis));
            }
            case NO_RREQ, ABANDONED -> {}
        }
    }

    private void send(Case settled, long millis) {
        Message result = settled.result();
        if (result == null) {
            return;
        }
        try {
            Thread.sleep(millis);
            Message answer = link.ask(acquirer.get().resolve("/3ds/rreq"), result);
            if (!answer.is("RRes")) {
                LOG.warn("The result was refused: {}", answer.get("errorDescription"));
            }
        } catch (IOException e) {
            LOG.warn("The result could not be told: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
