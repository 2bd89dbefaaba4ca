package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keiyaku.run.DueWork;
import keiyaku.shared.MovableClock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of payments and refunds without an answer, and of those that a crash left
 * between two transactions (B-21). Only what the gateway never heard of is asked for again, under
 * the same key.
 */
@Component
@Order(50)
class PaymentSweeper implements DueWork {

    /** So few that the slowest chunk, two calls a piece, is over before its claims lapse. */
    private static final int CHUNK = 128;

    private final List<Sweep> sweeps;
    private final Clock clock;

    PaymentSweeper(List<Sweep> sweeps, MovableClock clock) {
        this.sweeps = List.copyOf(sweeps);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payment-lookups";
    }

    @Override
    public Optional<Instant> nextDue() {
        return sweeps.stream().map(Sweep::next).flatMap(Optional::stream).min(Instant::compareTo);
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return sweeps.stream()
                .flatMap(sweep -> sweep.due(now, limit).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public int chunkSize() {
        return CHUNK;
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        return sweeps.stream().mapToInt(sweep -> sweep.sweep(chunk, now)).sum();
    }

    @Override
    public void park(Subject subject, String reason) {
        sweeps.forEach(sweep -> sweep.park(subject, reason));
    }

    @Override
    public void unpark(Subject subject) {
        sweeps.forEach(sweep -> sweep.unpark(subject, clock.instant()));
    }
}
