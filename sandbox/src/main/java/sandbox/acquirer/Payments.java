package sandbox.acquirer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Ids;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import sandbox.shared.Problem;
import sandbox.shared.Web;
import tools.jackson.databind.JsonNode;

/** Takes, captures, voids and refunds payments; each key has one effect. */
final class Payments {
    /** The caller is to get no answer, as if the network had lost it. */
    static final class NoAnswer extends RuntimeException {
        NoAnswer() {
            super("no answer", null, false, false);
        }
    }

    private record Entry(String type, String key, long print, Payment payment) {}

    private final Ledger ledger = new Ledger();
    private final List<Refund> refunds = new CopyOnWriteArrayList<>();
    private final Claims claims = new Claims();
    private final Wills wills = new Wills();
    private final Vault vault;
    private final Webhooks webhooks;
    private final Journal journal;
    private final InstantSource clock;
    private volatile long latencyMillis;

    Payments(Vault vault, Webhooks webhooks, Journal journal, InstantSource clock) {
        this.vault = vault;
        this.webhooks = webhooks;
        this.journal = journal;
        this.clock = clock;
    }

    void replay(JsonNode line) {
        Entry entry = Json.from(line, Entry.class);
        ledger.find(entry.payment().id())
                .ifPresent(before -> note(entry.key(), before, entry.payment()));
        ledger.put(entry.payment());
        claims.finish(entry.key(), entry.print(), entry.payment());
    }

    Payment pay(String key, PaymentRequest request) {
        StoredCard stored = vault.get(Web.required(request.token(), "token"));
        request.check(stored);
        long print = Claims.print("pay " + request);
        Payment earlier = claims.begin(key, print);
        if (earlier != null) {
            return earlier;
        }
        try {
            pause();
            Will will = request.forMoney() ? wills.take(stored.token()) : null;
            failIfTold(will);
            Payment payment = decide(stored, request, will);
            keep(key, print, payment);
            webhooks.tell(payment.status(), payment);
            if (will == Will.TIMEOUT) {
                throw new NoAnswer();
            }
            return payment;
        } finally {
            claims.release(key);
        }
    }

    private static void failIfTold(@Nullable Will will) {
        if (will == Will.ERROR) {
            throw Problem.of(500, "acquirer-error", "The acquirer failed; nothing was taken.");
        }
        if (will == Will.TIMEOUT_LOST) {
            throw new NoAnswer();
        }
    }

    private Payment decide(StoredCard stored, PaymentRequest request, @Nullable Will will) {
        Instant now = clock.instant();
        String refusal =
                Authorization.refusal(
                        stored,
                        request.forMoney(),
                        will,
                        YearMonth.from(now.atZone(ZoneOffset.UTC)));
        long amount = Web.required(request.amount(), "amount");
        boolean captured = refusal == null && request.captures();
        Payment.Status status =
                refusal != null
                        ? Payment.Status.REFUSED
                        : captured ? Payment.Status.CAPTURED : Payment.Status.AUTHORIZED;
        return new Payment(
                Ids.next("pay"),
                status,
                refusal,
                Authorization.hard(refusal),
                amount,
                Web.required(request.currency(), "currency"),
                Web.required(request.reference(), "reference"),
                captured ? amount : 0,
                0,
                now,
                request.merchant());
    }

    private void keep(String key, long print, Payment payment) {
        journal.append(new Entry("payment", key, print, payment));
        ledger.put(payment);
        claims.finish(key, print, payment);
    }

    Payment capture(String key, String id, @Nullable Long part) {
        return change(
                key,
                id,
                "capture " + part,
                Webhooks.CAPTURED,
                payment -> payment.captured(part == null ? payment.amount() : part));
    }

    Payment cancel(String key, String id) {
        return change(key, id, "void", Webhooks.VOIDED, Payment::voided);
    }

    Payment refund(String key, String id, long part) {
        return change(
                key, id, "refund " + part, Webhooks.REFUNDED, payment -> payment.refunded(part));
    }

    private Payment change(
            String key, String id, String what, String event, UnaryOperator<Payment> how) {
        long print = Claims.print(what + " of " + id);
        Payment earlier = claims.begin(key, print);
        if (earlier != null) {
            return earlier;
        }
        try {
            pause();
            Payment after =
                    ledger.change(
                            id,
                            before -> {
                                Payment next = how.apply(before);
                                note(key, before, next);
                                journal.append(new Entry("payment", key, print, next));
                                return next;
                            });
            claims.finish(key, print, after);
            webhooks.tell(event, after);
            return after;
        } finally {
            claims.release(key);
        }
    }

    /** A part that was given back, under the key by which it was asked for. */
    record Refund(String key, String payment, long amount) {}

    private void note(String key, Payment before, Payment after) {
        long part = after.refundedAmount() - before.refundedAmount();
        if (part > 0) {
            refunds.add(new Refund(key, after.id(), part));
        }
    }

    /** All that was ever given back, in order. */
    List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    /** What came of the request under this key, as it stands now. */
    Payment byKey(String key) {
        return ledger.get(claims.find(key).id());
    }

    Ledger ledger() {
        return ledger;
    }

    Wills wills() {
        return wills;
    }

    long latencyMillis() {
        return latencyMillis;
    }

    void latency(long millis) {
        latencyMillis = millis;
    }

    private void pause() {
        long millis = latencyMillis;
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NoAnswer();
            }
        }
    }
}
