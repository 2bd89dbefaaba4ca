package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;

/** Looks up refunds: done, or never arrived. */
@Component
class RefundSweep implements Sweep {

    private final RefundStore store;
    private final Refunding refunding;
    private final Clock clock;

    RefundSweep(RefundStore store, Refunding refunding, MovableClock clock) {
        this.store = store;
        this.refunding = refunding;
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
        var answers = GatewayCalls.all(refunding.calls(claimed), refunding::lookUp);
        var unwritten = GatewayCalls.write(answers, refunding::write);
        if (unwritten.why() != null) {
            store.dueAgain(unwritten.asked().stream().map(Refunding.Call::refund).toList(), now);
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
}
