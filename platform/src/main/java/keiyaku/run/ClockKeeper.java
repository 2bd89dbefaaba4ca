package keiyaku.run;

import java.time.Duration;
import keiyaku.shared.MovableClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * In the sandbox set-up a moved clock is written down, so that a restart continues from there and
 * never goes back; elsewhere the clock is the system's or a scenario's and nothing is kept.
 */
@Component
class ClockKeeper {

    private final RunStore store;
    private final MovableClock clock;
    private final boolean sandbox;

    ClockKeeper(
            RunStore store,
            MovableClock clock,
            @Value("${keiyaku.sandbox:false}") boolean sandbox) {
        this.store = store;
        this.clock = clock;
        this.sandbox = sandbox;
        if (sandbox) {
            store.clock().ifPresent(this::goOn);
        }
    }

    void keep() {
        if (sandbox && clock.ahead().isPositive()) {
            store.saveClock(new RunStore.Reached(clock.ahead(), clock.instant()));
        }
    }

    private void goOn(RunStore.Reached reached) {
        clock.advanceTo(clock.instant().minus(clock.ahead()).plus(reached.ahead()));
        clock.advanceTo(reached.at().plus(Duration.ofMillis(1)));
    }
}
