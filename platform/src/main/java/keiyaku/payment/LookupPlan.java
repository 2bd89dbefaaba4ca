package keiyaku.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a payment whose outcome is not known is asked about again (B-21). */
final class LookupPlan {

    private static final List<Duration> AFTER =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofDays(1));

    /**
     * A row that is claimed is asked about after this time, if whoever claimed it was lost. Longer
     * than a chunk's calls take at their slowest.
     */
    private static final Duration CLAIM = Duration.ofMinutes(3);

    /** What is not known for so long is a case for a person; verify names it. */
    static final Duration LIMIT = Duration.ofDays(7);

    private LookupPlan() {}

    static Instant afterClaim(Instant now) {
        return now.plus(CLAIM);
    }

    /** The next time, after so many look-ups; every day in the end. */
    static Instant next(Instant now, int lookups) {
        return now.plus(AFTER.get(Math.min(lookups, AFTER.size() - 1)));
    }
}
