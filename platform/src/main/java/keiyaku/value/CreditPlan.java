package keiyaku.value;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a credit is looked at: notices 30 and 7 days before it is over, then its end (S-1). */
final class CreditPlan {

    private static final List<Integer> NOTICE_DAYS = List.of(30, 7);

    private CreditPlan() {}

    /** The next instant after another; none for what is used up or never over. */
    static Optional<Instant> next(Credit credit, Instant after, ZoneId zone) {
        if (!credit.balance().isPositive()) {
            return Optional.empty();
        }
        var end = end(credit, zone);
        if (end.isEmpty() || !end.get().isAfter(after)) {
            return end;
        }
        return Stream.concat(
                        NOTICE_DAYS.stream()
                                .map(days -> end.get().atZone(zone).minusDays(days).toInstant()),
                        end.stream())
                .filter(at -> at.isAfter(after))
                .findFirst();
    }

    static boolean isOver(Credit credit, Instant now, ZoneId zone) {
        return end(credit, zone).filter(end -> !end.isAfter(now)).isPresent();
    }

    static CreditStore.Planned planned(Credit credit, Instant now, ZoneId zone) {
        return new CreditStore.Planned(credit, next(credit, now, zone).orElse(null));
    }

    /** The start of the day after the last one. */
    private static Optional<Instant> end(Credit credit, ZoneId zone) {
        var to = credit.to();
        return to == null
                ? Optional.empty()
                : Optional.of(to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
