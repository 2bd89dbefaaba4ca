package keiyaku.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * When is debited: on the next of the agreed days that can still be reached. A day on which banks
 * are closed moves to the next on which they are open.
 */
@Component
@EnableConfigurationProperties(BankTerms.class)
class DebitSchedule {

    /** By then a day's request is with the bank. */
    private static final LocalTime SEND = LocalTime.of(15, 0);

    /** From then on a day's results lie ready. */
    private static final LocalTime RESULTS = LocalTime.of(10, 0);

    private final BankingDays days;
    private final BankTerms terms;

    DebitSchedule(BankingDays days, BankTerms terms) {
        this.days = days;
        this.terms = terms;
    }

    DebitPlan plan(Instant now) {
        var at = now.atZone(days.zone());
        var today = at.toLocalDate();
        var inTime = days.isOpen(today) && at.toLocalTime().isBefore(SEND);
        var soonest = days.after(inTime ? today : days.onOrAfter(today.plusDays(1)), terms.lead());
        var on = terms.debitDays().isEmpty() ? soonest : agreedOnOrAfter(soonest);
        return new DebitPlan(on, at(days.before(on, terms.lead()), SEND));
    }

    /** When the bank is asked for news next. */
    Instant nextLook(Instant now) {
        var at = now.atZone(days.zone());
        var today = at.toLocalDate();
        return days.isOpen(today) && at.toLocalTime().isBefore(RESULTS)
                ? at(today, RESULTS)
                : at(days.after(today, 1), RESULTS);
    }

    private LocalDate agreedOnOrAfter(LocalDate soonest) {
        return IntStream.rangeClosed(-1, 2)
                .mapToObj(months -> YearMonth.from(soonest).plusMonths(months))
                .flatMap(month -> terms.debitDays().stream().map(day -> in(month, day)))
                .map(days::onOrAfter)
                .filter(day -> !day.isBefore(soonest))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate in(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(days.zone()).toInstant();
    }
}
