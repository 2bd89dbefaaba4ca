package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.billing.Receivables.CollectionFailure;
import keiyaku.billing.Settlement;
import keiyaku.payment.GatewayCalls.Answered;
import keiyaku.payment.PaymentStore.Result;
import keiyaku.payment.gateway.Outcome;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second half of a collection: what the gateway answered is written set-wise. Whoever comes
 * second, a worker or a look-up, finds nothing left to write.
 */
@Component
class AttemptResults {

    private final PaymentStore store;
    private final Receivables receivables;
    private final PaymentMail mail;
    private final Clock clock;

    AttemptResults(
            PaymentStore store, Receivables receivables, PaymentMail mail, MovableClock clock) {
        this.store = store;
        this.receivables = receivables;
        this.mail = mail;
        this.clock = clock;
    }

    /** A collection that failed, and what is planned for its invoice now. */
    record Failure(Attempt attempt, Outcome.Refused why, Receivable left) {}

    /** A refusal whose consequence is still to be decided. */
    private record Refusal(Attempt attempt, Outcome.Refused why) {

        CollectionFailure at(Instant now) {
            var payment = attempt.payment();
            return new CollectionFailure(payment.account(), payment.invoice(), now, why.hard());
        }

        /** A soft refusal of what a member paid by hand uses up none of the planned tries. */
        boolean leavesPlan() {
            return attempt.resumeAt() != null && !why.hard();
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void write(List<Answered<Attempt>> answers) {
        var now = clock.instant();
        var open = store.lockOpen(answers.stream().map(a -> a.asked().payment()).toList());
        var captured = new ArrayList<Attempt>();
        var refused = new ArrayList<Refusal>();
        var results = new ArrayList<Result>();
        for (var answer : answers) {
            var attempt = answer.asked();
            if (!open.contains(attempt.payment().id())) {
                continue;
            }
            var outcome = plain(answer.outcome());
            results.add(result(attempt, outcome, now));
            if (outcome instanceof Outcome.Captured) {
                captured.add(attempt);
            } else if (outcome instanceof Outcome.Refused why) {
                refused.add(new Refusal(attempt, why));
            }
        }
        store.finish(results);
        var kept = receivables.settle(settlements(captured, false, now));
        receivables.settleAtBank(settlements(captured, true, now));
        mail.received(captured);
        mail.kept(captured, kept);
        mail.failed(failures(refused, now));
    }

    private List<Failure> failures(List<Refusal> refused, Instant now) {
        var byInvoice = new HashMap<InvoiceId, Refusal>();
        var count = new ArrayList<CollectionFailure>();
        for (var refusal : refused) {
            var payment = refusal.attempt().payment();
            var resumeAt = refusal.attempt().resumeAt();
            if (resumeAt != null && refusal.leavesPlan()) {
                receivables.collectAt(payment.account(), payment.invoice(), resumeAt);
            } else {
                byInvoice.put(payment.invoice(), refusal);
                count.add(refusal.at(now));
            }
        }
        var failures = new ArrayList<Failure>();
        for (var left : receivables.failed(count)) {
            var refusal = byInvoice.get(left.invoice());
            if (refusal != null) {
                failures.add(new Failure(refusal.attempt(), refusal.why(), left));
            }
        }
        return failures;
    }

    /** Something that is held, but not taken, is still open; something let go of is refused. */
    private static Outcome plain(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Captured captured -> captured;
            case Outcome.Refused refused -> refused;
            case Outcome.Unknown unknown -> unknown;
            case Outcome.Authorized held -> new Outcome.Unknown("authorized");
            case Outcome.Released gone -> new Outcome.Refused("voided", false);
            case Outcome.Refunded gone -> new Outcome.Unknown("refunded");
        };
    }

    private static Result result(Attempt attempt, Outcome outcome, Instant now) {
        var payment = attempt.payment();
        return switch (outcome) {
            case Outcome.Captured done ->
                    new Result(payment, PaymentState.CAPTURED, null, done.paymentId(), now, null);
            case Outcome.Refused no ->
                    new Result(payment, PaymentState.REFUSED, no.reason(), null, now, null);
            default ->
                    new Result(
                            payment,
                            PaymentState.UNKNOWN,
                            null,
                            null,
                            null,
                            LookupPlan.next(now, attempt.lookups()));
        };
    }

    private static List<Settlement> settlements(
            List<Attempt> captured, boolean byBank, Instant now) {
        return captured.stream()
                .map(Attempt::payment)
                .filter(payment -> byBank == isDebit(payment))
                .map(payment -> settlement(payment, now))
                .toList();
    }

    private static boolean isDebit(Payment payment) {
        var by = payment.paidBy();
        return by != null && by.kind() == MethodKind.DIRECT_DEBIT;
    }

    private static Settlement settlement(Payment payment, Instant now) {
        return new Settlement(
                payment.account(), payment.invoice(), payment.id().value(), payment.amount(), now);
    }
}
