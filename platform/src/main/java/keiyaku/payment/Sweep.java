package keiyaku.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keiyaku.run.DueWork.Subject;

/** The look-ups of one kind of row. */
interface Sweep {

    Optional<Instant> next();

    List<Subject> due(Instant now, int limit);

    /**
     * Looks up those still due and in nobody else's hands. Throws when an answer cannot be written;
     * then it is due again, and all others are done.
     */
    int sweep(List<Subject> chunk, Instant now);

    void park(Subject subject, String reason);

    void unpark(Subject subject, Instant now);
}
