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

    /** One piece of work: of which account, and which row. */
    record Subject(UUID account, UUID id) {}
}
