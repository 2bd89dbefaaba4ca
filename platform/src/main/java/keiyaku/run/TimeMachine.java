package keiyaku.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import keiyaku.run.Runner.Outcome;
import keiyaku.shared.MovableClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Moves the clock from due instant to due instant and does what falls due, so that a year passes as
 * it would have, only faster. For scenarios and the sandbox; production never moves its clock.
 */
@Component
public class TimeMachine {

    /** Due instants on the way; ten years of hourly work are fewer. */
    static final int STEPS = 200_000;

    /** Steps in a row without any piece done; more than one, since another process may help. */
    static final int IDLE_STEPS = 3;

    /** Steps in a row without time passing: work that makes work ends sooner than this. */
    static final int STEPS_AT_ONE_INSTANT = 10_000;

    private final List<DueWork> works;
    private final Runner runner;
    private final MovableClock clock;
    private final ClockKeeper keeper;
    private final RunStore store;
    private final Lock alone;

    TimeMachine(
            ObjectProvider<DueWork> works,
            Runner runner,
            MovableClock clock,
            ClockKeeper keeper,
            RunStore store,
            WorkersGate gate) {
        this.works = works.orderedStream().toList();
        this.runner = runner;
        this.clock = clock;
        this.keeper = keeper;
        this.store = store;
        this.alone = gate.alone();
    }

    /** A work and the instant at which it falls due. */
    public record Next(String work, Instant at) {}

    /**
     * Moves to an instant and does everything that falls due on the way, in order; what is due
     * already is done first. A target in the past moves nothing but does what is due.
     *
     * @throws IllegalStateException when a work stays due without getting done; it names the work
     */
    public Outcome moveTo(Instant target) {
        alone.lock();
        try {
            return passTo(target);
        } finally {
            alone.unlock();
        }
    }

    /** What falls due next, of the works that are not paused. */
    public Optional<Next> next() {
        return nextDue().entrySet().stream()
                .map(due -> new Next(due.getKey().name(), due.getValue()))
                .min(Comparator.comparing(Next::at));
    }

    private Outcome passTo(Instant target) {
        var total = new Outcome(0, 0);
        int idle = 0;
        int still = 0;
        for (int step = 0; step < STEPS; step++) {
            var due = nextDue();
            var earliest = due.values().stream().min(Comparator.naturalOrder());
            if (earliest.isEmpty() || earliest.get().isAfter(target)) {
                move(target);
                return total;
            }
            still = earliest.get().isAfter(clock.instant()) ? 0 : still + 1;
            move(earliest.get());
            var done = doDue(due, clock.instant());
            idle = done.pieces() == 0 ? idle + 1 : 0;
            if (idle == IDLE_STEPS || still == STEPS_AT_ONE_INSTANT) {
                throw new IllegalStateException(
                        "%s is due at %s and does not come to an end"
                                .formatted(named(due, earliest.get()), earliest.get()));
            }
            total = total.plus(done);
        }
        throw new IllegalStateException("more than " + STEPS + " steps up to " + target);
    }

    /** Once through the works in their order; what one makes due, those after it see. */
    private Outcome doDue(Map<DueWork, Instant> read, Instant now) {
        var total = new Outcome(0, 0);
        for (var entry : read.entrySet()) {
            var work = entry.getKey();
            var due = total.pieces() == 0 ? Optional.of(entry.getValue()) : work.nextDue();
            if (due.filter(at -> !at.isAfter(now)).isPresent()) {
                total = total.plus(runner.runDue(work, now));
            }
        }
        return total;
    }

    private Map<DueWork, Instant> nextDue() {
        var paused = store.paused();
        var due = new LinkedHashMap<DueWork, Instant>();
        for (var work : works) {
            if (!paused.contains(work.name())) {
                due.put(work, work.nextDue().orElse(Instant.MAX));
            }
        }
        return due;
    }

    private static String named(Map<DueWork, Instant> due, Instant at) {
        return due.entrySet().stream()
                .filter(entry -> entry.getValue().equals(at))
                .map(entry -> entry.getKey().name())
                .findFirst()
                .orElse("no work");
    }

    private void move(Instant target) {
        clock.advanceTo(target);
        keeper.keep();
    }
}
