package keiyaku.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one clock (B-2). In production it never moves by itself away from the system's; in scenarios
 * it stands still, and in the sandbox set-up it runs ahead by what an operator moved it.
 */
public final class MovableClock extends Clock {

    private final Clock base;
    private volatile Duration ahead = Duration.ZERO;

    private MovableClock(Clock base) {
        this.base = base;
    }

    /** Runs with the system, moved forward by what is asked for. */
    public static MovableClock running() {
        return new MovableClock(Clock.systemUTC());
    }

    /** Stands still at an instant until it is moved. */
    public static MovableClock standing(Instant start) {
        return new MovableClock(Clock.fixed(start, ZoneOffset.UTC));
    }

    /** Moves to an instant; backwards throws, since what was done at a time cannot be undone. */
    public synchronized void moveTo(Instant target) {
        var wanted = Duration.between(base.instant(), target);
        if (wanted.compareTo(ahead) < 0) {
            throw new IllegalArgumentException("the clock cannot go back to " + target);
        }
        ahead = wanted;
    }

    /** Moves to an instant if it lies ahead; else stays, also when time passed it just now. */
    public synchronized void advanceTo(Instant target) {
        var wanted = Duration.between(base.instant(), target);
        if (wanted.compareTo(ahead) > 0) {
            ahead = wanted;
        }
    }

    /** Continues from where the clock stood when the data was last used. */
    public Duration ahead() {
        return ahead;
    }

    /**
     * What clocks outside show, however far this one was moved: only for signatures, whose age
     * others check by their own.
     */
    public Instant wallTime() {
        return Clock.systemUTC().instant();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("days are taken in a contract's zone: see Days");
    }
}
