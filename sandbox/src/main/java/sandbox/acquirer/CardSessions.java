package sandbox.acquirer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sandbox.card.TestCard;
import sandbox.card.TestCards;
import sandbox.shared.Ids;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import sandbox.shared.Problem;
import sandbox.shared.Web;
import sandbox.threeds.Eci;
import sandbox.threeds.Message;
import tools.jackson.databind.JsonNode;

/** The card sessions: opened by the merchant, filled by the cardholder, decided by the issuer. */
final class CardSessions {
    private record Entry(String type, CardSession session) {}

    private final Map<String, CardSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> byServerTransId = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ThreeDSServer threeDSServer;
    private final Vault vault;
    private final Journal journal;
    private final InstantSource clock;

    CardSessions(ThreeDSServer threeDSServer, Vault vault, Journal journal, InstantSource clock) {
        this.threeDSServer = threeDSServer;
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
    }

    void replay(JsonNode line) {
        CardSession session = Json.from(line, Entry.class).session();
        sessions.put(session.id(), session);
        index(session);
    }

    CardSession open(CardSession.Terms terms) {
        var session = CardSession.open(Ids.next("cs"), terms, clock.instant());
        journal.append(new Entry("session", session));
        sessions.put(session.id(), session);
        return session;
    }

    /** Throws a 404 problem for an unknown id. */
    CardSession get(String id) {
        return change(id, session -> session);
    }

    Collection<CardSession> all() {
        return sessions.values();
    }

    CardSession cancel(String id) {
        return change(
                id,
                session ->
                        session.status().over()
                                ? session
                                : session.ended(SessionStatus.ABANDONED, null, session.threeDS()));
    }

    /** Checks what was entered, asks the issuer, and keeps what came of it. */
    CardSession submit(String id, CardForm form, ThreeDSServer.Visitor by) {
        if (!busy.add(id)) {
            throw Problem.of(409, "in-progress", "This card is being checked already.");
        }
        try {
            CardSession session = get(id);
            if (session.status() != SessionStatus.OPEN) {
                throw Problem.of(409, "session-closed", "This session no longer takes a card.");
            }
            return submitOpen(session, form, by);
        } finally {
            busy.remove(id);
        }
    }

    private CardSession submitOpen(CardSession open, CardForm form, ThreeDSServer.Visitor by) {
        Instant now = clock.instant();
        var entered =
                form.check(YearMonth.from(now.atZone(ZoneOffset.UTC)), open.terms().language());
        TestCard fate = TestCards.of(entered.number(), entered.brand());
        Card card =
                new Card(
                        entered.brand(),
                        entered.number().bin(),
                        entered.number().last4(),
                        entered.expiry().getMonthValue(),
                        entered.expiry().getYear(),
                        fate.issuerCountry());
        CardSession session = open.withCard(card, fate.later());
        Message request = ThreeDSServer.request(session, entered, form, by, now);
        Message answer = threeDSServer.ask(request);
        return change(
                open.id(),
                current ->
                        current.status() == SessionStatus.OPEN
                                ? decided(session, answer, fate.refusedAtOnce())
                                : current);
    }

    private CardSession decided(CardSession session, Message answer, boolean refused) {
        var rule = ThreeDSRule.of(answer, session.terms().threeDSRequired());
        ThreeDS so = threeDS(session, answer);
        return switch (rule.status()) {
            case COMPLETED ->
                    refused
                            ? session.ended(SessionStatus.FAILED, "card-refused", so)
                            : session.completed(stored(session, so), so);
            case CHALLENGE -> session.challenged(so, challenge(answer));
            case OPEN, FAILED, ABANDONED, EXPIRED ->
                    session.ended(rule.status(), rule.failureCode(), so);
        };
    }

    private StoredCard stored(CardSession session, ThreeDS so) {
        return vault.add(
                Web.required(session.card(), "card"), session.later(), so.dsTransId(), journal);
    }

    private Challenge challenge(Message answer) {
        return new Challenge(
                answer.require("threeDSServerTransID"),
                answer.require("acsTransID"),
                answer.require("dsTransID"),
                answer.require("acsURL"),
                Ids.next("sd"),
                clock.instant());
    }

    private static ThreeDS threeDS(CardSession session, Message answer) {
        String transStatus = answer.require("transStatus");
        Card card = Web.required(session.card(), "card");
        return new ThreeDS(
                transStatus,
                Eci.of(card.brand(), transStatus),
                answer.require("dsTransID"),
                answer.require("threeDSServerTransID"),
                Message.VERSION,
                ThreeDSRule.enrolled(answer));
    }

    /** Takes the issuer's result; the first one counts, and only with all three ids right. */
    CardSession result(Message result) {
        String id = byServerTransId.get(result.require("threeDSServerTransID"));
        if (id == null) {
            throw Problem.of(404, "301", "Transaction ID not recognized");
        }
        return change(id, session -> resulted(session, result));
    }

    private CardSession resulted(CardSession session, Message result) {
        Challenge challenge = Web.required(session.challenge(), "challenge");
        if (!challenge.dsTransId().equals(result.get("dsTransID"))
                || !challenge.acsTransId().equals(result.get("acsTransID"))) {
            throw Problem.of(400, "301", "Transaction ID not recognized");
        }
        return session.status() == SessionStatus.CHALLENGE
                ? decided(session, result, TestCard.refusesAtOnce(session.later()))
                : session;
    }

    private CardSession change(String id, UnaryOperator<CardSession> how) {
        var after = sessions.computeIfPresent(id, (key, before) -> changed(before, how));
        if (after == null) {
            throw Problem.of(404, "unknown-session", "There is no card session with this id.");
        }
        return after;
    }

    private CardSession changed(CardSession before, UnaryOperator<CardSession> how) {
        CardSession after = how.apply(before.at(clock.instant()));
        if (!after.equals(before)) {
            journal.append(new Entry("session", after));
            index(after);
        }
        return after;
    }

    private void index(CardSession session) {
        @Nullable Challenge challenge = session.challenge();
        if (challenge != null) {
            byServerTransId.put(challenge.threeDSServerTransId(), session.id());
        }
    }
}
