package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keiyaku.billing.Receivables;
import keiyaku.payment.gateway.Outcome;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;

/** Looks up payments: found captured, found refused, or never arrived. */
@Component
class AttemptSweep implements Sweep {

    private final PaymentStore store;
    private final Attempts attempts;
    private final AttemptResults results;
    private final Receivables receivables;
    private final Gateways gateways;
    private final Clock clock;

    AttemptSweep(
            PaymentStore store,
            Attempts attempts,
            AttemptResults results,
            Receivables receivables,
            Gateways gateways,
            MovableClock clock) {
        this.store = store;
        this.attempts = attempts;
        this.results = results;
        this.receivables = receivables;
        this.gateways = gateways;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> next() {
        return store.lookups().next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.lookups().due(now, limit);
    }

    @Override
    public int sweep(List<Subject> chunk, Instant now) {
        var claimed = store.claimLookups(chunk, now, LookupPlan.afterClaim(clock.instant()));
        if (claimed.isEmpty()) {
            return 0;
        }
        var answers = GatewayCalls.all(attempts.withTokens(claimed), this::lookUp);
        var unwritten = GatewayCalls.write(answers, results::write);
        if (unwritten.why() != null) {
            store.dueAgain(unwritten.asked(), now);
            throw unwritten.why();
        }
        return claimed.size();
    }

    @Override
    public void park(Subject subject, String reason) {
        store.lookups().park(subject, reason);
    }

    @Override
    public void unpark(Subject subject, Instant now) {
        store.lookups().unpark(subject, now);
    }

    private Outcome lookUp(Attempt attempt) {
        var key = attempt.payment().id().value().toString();
        var gateway = gateways.of(attempt.payment().paidBy());
        var found = gateway.lookup(key);
        if (found.isEmpty()) {
            return stillOwed(attempt.payment())
                    ? attempts.ask(attempt)
                    : new Outcome.Refused("not-owed", false);
        }
        return found.get() instanceof Outcome.Authorized held
                ? gateway.capture(key + "-capture", held.paymentId())
                : found.get();
    }

    /** What was settled some other way since must not be collected late. */
    private boolean stillOwed(Payment payment) {
        return receivables.of(payment.account()).stream()
                .filter(r -> r.invoice().equals(payment.invoice()))
                .anyMatch(r -> r.open().compareTo(payment.amount()) >= 0);
    }
}
