package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;

/** Looks up what became of money for coins: late answers bring them, once (S-6, B-21). */
@Component
class CoinSweep implements Sweep {

    private final CoinPaymentStore store;
    private final CoinCharging charging;
    private final Clock clock;

    CoinSweep(CoinPaymentStore store, CoinCharging charging, MovableClock clock) {
        this.store = store;
        this.charging = charging;
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
        var claimed = store.claim(chunk, now, LookupPlan.afterClaim(clock.instant()));
        for (var each : claimed) {
            charging.write(each, charging.lookUp(each.payment()));
        }
        return claimed.size();
    }

    @Override
    public void park(Subject subject, String reason) {
        store.park(subject, reason, null);
    }

    @Override
    public void unpark(Subject subject, Instant now) {
        store.park(subject, null, now);
    }
}
