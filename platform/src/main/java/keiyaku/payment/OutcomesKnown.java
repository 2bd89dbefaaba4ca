package keiyaku.payment;

import java.time.Clock;
import java.util.function.Consumer;
import keiyaku.database.Invariant;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;

/** No payment stays without an outcome: look-ups find it, or a person has to (B-21). */
@Component
class OutcomesKnown implements Invariant {

    private final InvariantStore store;
    private final Clock clock;

    OutcomesKnown(InvariantStore store, MovableClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payment-outcomes-known";
    }

    @Override
    public String says() {
        return "No payment or refund is without an outcome for longer than "
                + LookupPlan.LIMIT.toDays()
                + " days.";
    }

    @Override
    public long check(Consumer<Finding> findings) {
        try (var open = store.openSince(clock.instant().minus(LookupPlan.LIMIT))) {
            open.forEach(findings);
        }
        return store.openCount();
    }
}
