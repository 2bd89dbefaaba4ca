package keiyaku.payment;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Days on which the euro's settlement system (TARGET) is closed besides weekends, the same for all
 * its countries since 2002 by decision of the European Central Bank of 14 December 2000.
 */
final class TargetHolidays {

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private TargetHolidays() {}

    static boolean isHoliday(LocalDate day) {
        var easter = easter(day.getYear());
        return FIXED.contains(MonthDay.from(day))
                || day.equals(easter.minusDays(2))
                || day.equals(easter.plusDays(1));
    }

    /** Easter Sunday of the Gregorian calendar, by the computus of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int moon = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int shift = (century - (century + 8) / 25 + 1) / 3;
        int full = (19 * moon + century - century / 4 - shift + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - full - inCentury % 4) % 7;
        int late = (moon + 11 * full + 22 * toSunday) / 451;
        int days = full + toSunday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
