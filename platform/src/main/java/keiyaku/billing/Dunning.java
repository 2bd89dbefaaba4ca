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
     * When it is tried again.
     *
     * @param failures how often it failed, this time included
     * @param hard refused for good (a stolen card): never tried again by itself
     */
    Optional<Instant> nextTry(Instant firstFailure, int failures, boolean hard, ZoneId zone) {
        if (hard || failures > retryDays.size()) {
            return Optional.empty();
        }
        return Optional.of(
                firstFailure.atZone(zone).plusDays(retryDays.get(failures - 1)).toInstant());
    }

    Instant suspension(LocalDate dueOn, ZoneId zone) {
        return dueOn.plusDays(suspendDays).atStartOfDay(zone).toInstant();
    }

    Instant end(LocalDate dueOn, ZoneId zone) {
        return dueOn.plusDays(endDays).atStartOfDay(zone).toInstant();
    }
}
