package sandbox.bank;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bank's own calendar. Its clock stands where its customer's last request said by its Date
 * header, so that it comes along when a platform under test moves its time.
 */
final class BankDays {
    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /** Weekdays on which this bank is closed; the holidays of a country are a platform's matter. */
    private static final Set<MonthDay> CLOSED =
            Set.of(MonthDay.of(12, 31), MonthDay.of(1, 1), MonthDay.of(1, 2), MonthDay.of(1, 3));

    private static final Set<MonthDay> CLOSED_FOR_EURO =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private final InstantSource clock;
    private Instant heard = Instant.EPOCH;
    private boolean told;

    BankDays(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void hear(@Nullable String date) {
        if (date == null) {
            return;
        }
        try {
            heard = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            told = true;
        } catch (DateTimeParseException e) {
            // As good as no header.
            return;
        }
    }

    synchronized Instant now() {
        return told ? heard : clock.instant();
    }

    LocalDate today() {
        return now().atZone(ZONE).toLocalDate();
    }

    static boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !CLOSED.contains(MonthDay.from(day));
    }

    /** Days of the euro's settlement: no weekend, no Easter Friday or Monday, four fixed days. */
    static boolean isOpenForEuro(LocalDate day) {
        var easter = easter(day.getYear());
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !day.equals(easter.minusDays(2))
                && !day.equals(easter.plusDays(1))
                && !CLOSED_FOR_EURO.contains(MonthDay.from(day));
    }

    static LocalDate openForEuroAfter(LocalDate day) {
        var next = day.plusDays(1);
        while (!isOpenForEuro(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** By Gauss, with the corrections for this and the last century, which are the same. */
    private static LocalDate easter(int year) {
        int d = (19 * (year % 19) + 24) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
        int days = 22 + d + e;
        if (d == 29 && e == 6) {
            days = 50;
        } else if (d == 28 && e == 6 && year % 19 > 10) {
            days = 49;
        }
        return LocalDate.of(year, 3, 1).plusDays(days - 1L);
    }

    static LocalDate openAfter(LocalDate day) {
        var next = day.plusDays(1);
        while (!isOpen(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
