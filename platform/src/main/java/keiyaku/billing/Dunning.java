package keiyaku.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What happens when a collection fails (B-20).
 *
 * @param retryDays days after the first failure on which it is tried again
 * @param suspendDays days after the due date on which the contract is suspended
 * @param endDays days after the due date on which it is ended
 */
public record Dunning(List<Integer> retryDays, int suspendDays, int endDays) {

    public static final Dunning STANDARD = new Dunning(List.of(1, 3, 7), 14, 30);

    /**
     * When it is tried again after a failure that was not for good: on the next of the days that
     * lies ahead. Days may have passed unused, when a new method was tried long after a refusal.
     *
     * @param failures how often it failed, this time included
     */
    Optional<Instant> nextTry(Instant firstFailure, Instant failure, int failures, ZoneId zone) {
        return retryDays.stream()
                .skip(failures - 1)
                .map(days -> firstFailure.atZone(zone).plusDays(days).toInstant())
                .filter(day -> day.isAfter(failure))
                .findFirst();
    }

    Instant suspension(LocalDate dueOn, ZoneId zone) {
        return dueOn.plusDays(suspendDays).atStartOfDay(zone).toInstant();
    }

    Instant end(LocalDate dueOn, ZoneId zone) {
        return dueOn.plusDays(endDays).atStartOfDay(zone).toInstant();
    }
}
