package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keiyaku.run.DueWork;
import keiyaku.shared.AccountId;
import keiyaku.shared.MovableClock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks the bank each of its days what has become of requested mandates; what a member removed is
 * given back to bank and wallet.
 */
@Component
@Order(49)
class MandateChecks implements DueWork {

    private final MethodStore store;
    private final Mandates mandates;
    private final HandingBack handingBack;
    private final Clock clock;

    MandateChecks(
            MethodStore store, Mandates mandates, HandingBack handingBack, MovableClock clock) {
        this.store = store;
        this.mandates = mandates;
        this.handingBack = handingBack;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mandates";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.nextCheck();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.checks(now, limit);
    }

    @Override
    public int chunkSize() {
        return 1;
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        for (var subject : chunk) {
            var account = new AccountId(subject.account());
            for (var kept : store.named(List.of(account), List.of(subject.id()))) {
                if (store.isRemoved(account, kept.method().id())) {
                    handingBack.handBack(kept);
                } else {
                    mandates.look(kept);
                }
            }
        }
        return chunk.size();
    }

    @Override
    public void park(Subject subject, String reason) {
        store.parkCheck(subject, reason, null);
    }

    @Override
    public void unpark(Subject subject) {
        store.parkCheck(subject, null, clock.instant());
    }
}
