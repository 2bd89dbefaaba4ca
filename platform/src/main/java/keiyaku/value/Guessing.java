package keiyaku.value;

import java.time.Clock;
import java.time.Duration;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who enters codes that nobody knows has to wait (S-2): ten within an hour. Each is counted in a
 * transaction of its own, so that the refusal does not take the count back.
 */
@Component
class Guessing {

    private static final int FREE = 10;
    private static final Duration WITHIN = Duration.ofHours(1);

    private final CouponStore store;
    private final Clock clock;

    Guessing(CouponStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts an unknown code. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(AccountId account) {
        var now = clock.instant();
        store.guessed(account, now, now.minus(WITHIN));
    }

    /** Refuses with coupon-wait when too many were entered. */
    @Transactional(readOnly = true)
    public void admit(AccountId account) {
        var now = clock.instant();
        store.guesses(account)
                .filter(g -> g.failures() >= FREE && g.since().plus(WITHIN).isAfter(now))
                .ifPresent(
                        g -> {
                            throw ValueRefusal.CouponWait.until(g.since().plus(WITHIN), now)
                                    .thrown();
                        });
    }
}
