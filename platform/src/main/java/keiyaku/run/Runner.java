package keiyaku.run;

import java.time.Instant;
import java.util.List;
import keiyaku.run.DueWork.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what is due of one work, chunk by chunk. A chunk that fails is halved until the culprit
 * stands alone and is parked; a failure that passes by itself is tried again instead (B-40).
 */
@Component
public class Runner {

    private final RunStore store;
    private final Tally tally;
    private final TransactionOperations transaction;
    private final Chunks chunks;

    Runner(RunStore store, Tally tally, TransactionOperations transaction, Chunks chunks) {
        this.store = store;
        this.tally = tally;
        this.transaction = transaction;
        this.chunks = chunks;
    }

    /** What came of it: pieces done, and pieces parked. */
    public record Outcome(long done, long parked) {

        Outcome plus(Outcome other) {
            return new Outcome(done + other.done, parked + other.parked);
        }

        long pieces() {
            return done + parked;
        }
    }

    /**
     * Does all that is due at an instant and not in other hands, unless the work is paused. When
     * many fail and none succeeds, the work is paused rather than all of it parked.
     */
    public Outcome runDue(DueWork work, Instant now) {
        return runDue(work, now, Slices.ONE);
    }

    Outcome runDue(DueWork work, Instant now, Slices slices) {
        return new Burst(work, now, slices, this).run();
    }

    List<List<Subject>> chunks(List<Subject> share, int size) {
        return chunks.of(share, size);
    }

    boolean paused(DueWork work) {
        return store.pause(work.name()).isPresent();
    }

    void pause(DueWork work, Pause pause) {
        store.pause(work.name(), pause);
    }

    void park(DueWork work, DueWork.Subject subject, String reason, Instant now) {
        transaction.executeWithoutResult(
                status -> {
                    work.park(subject, reason);
                    store.park(work.name(), subject, reason, now);
                });
    }

    Tally tally() {
        return tally;
    }
}
