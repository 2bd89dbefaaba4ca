package keiyaku.payment;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Public holidays by the act on national holidays (国民の祝日に関する法律) as it stands since 2022. The
 * equinoxes follow the formula of the observatory's tables, right from 1980 to 2099.
 */
final class JapaneseHolidays {

    private static final Set<MonthDay> FIXED =
            Set.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(2, 11),
                    MonthDay.of(2, 23),
                    MonthDay.of(4, 29),
                    MonthDay.of(5, 3),
                    MonthDay.of(5, 4),
                    MonthDay.of(5, 5),
                    MonthDay.of(8, 11),
                    MonthDay.of(11, 3),
                    MonthDay.of(11, 23));

    /** The equinox of 1980 and its drift by year, in millionths of a day. */
    private static final long VERNAL = 20_843_100;

    private static final long AUTUMNAL = 23_248_800;
    private static final long DRIFT = 242_194;
    private static final long DAY = 1_000_000;

    private JapaneseHolidays() {}

    static boolean isHoliday(LocalDate day) {
        return isNamed(day) || isSubstitute(day) || isBetween(day);
    }

    private static boolean isNamed(LocalDate day) {
        return FIXED.contains(MonthDay.from(day))
                || switch (day.getMonth()) {
                    case JANUARY, OCTOBER -> isMonday(day, 2);
                    case JULY -> isMonday(day, 3);
                    case MARCH -> day.getDayOfMonth() == equinox(VERNAL, day.getYear());
                    case SEPTEMBER ->
                            isMonday(day, 3)
                                    || day.getDayOfMonth() == equinox(AUTUMNAL, day.getYear());
                    default -> false;
                };
    }

    /** The first day that is none, after holidays of which one fell on a Sunday (art. 3, 2). */
    private static boolean isSubstitute(LocalDate day) {
        for (var before = day.minusDays(1); isNamed(before); before = before.minusDays(1)) {
            if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return true;
            }
        }
        return false;
    }

    /** A day between two holidays (art. 3, 3). */
    private static boolean isBetween(LocalDate day) {
        return isNamed(day.minusDays(1)) && isNamed(day.plusDays(1));
    }

    private static boolean isMonday(LocalDate day, int ordinal) {
        return day.equals(day.with(dayOfWeekInMonth(ordinal, MONDAY)));
    }

    private static long equinox(long in1980, int year) {
        int years = year - 1980;
        return (in1980 + DRIFT * years) / DAY - years / 4;
    }
}
