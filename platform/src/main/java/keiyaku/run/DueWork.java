package keiyaku.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One kind of work that falls due by itself: renewals, collections, mails. The run finds it by an
 * index, hands it out in chunks and parks what fails (B-40).
 */
public interface DueWork {

    /** A stable name, shown to operators: contracts, collections, … */
    String name();

    /** When the next piece falls due; read from an index, empty when nothing is planned. */
    Optional<Instant> nextDue();

    /** Pieces due at an instant, the oldest first; read without locks, so others may take them. */
    List<Subject> due(Instant now, int limit);

    /**
     * Does the pieces that are still due and not in another worker's hands, set-wise. Doing a piece
     * twice has the effect of doing it once. An exception means that none of them was done.
     *
     * @return how many were done
     */
    int perform(List<Subject> chunk, Instant now);

    /** Sets one piece aside, so that it is not due again until an operator says so. */
    void park(Subject subject, String reason);

    /** Takes a parked piece up again: it is due at once. */
    void unpark(Subject subject);

    /** The most pieces of one chunk, which is one transaction; calls outside are fewer. */
    default int chunkSize() {
        return 1_000;
    }

    /** How many pieces are due, counted up to a bound that an operator's page can bear. */
    default long toDo(Instant now) {
        return due(now, 10_000).size();
    }

    /** One piece of work: of which account, and which row. */
    record Subject(UUID account, UUID id) {}
}
