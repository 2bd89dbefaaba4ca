package keiyaku.shared;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The day of the month on which a contract's months begin, 1 to 31; where a month is shorter, its
 * last day (C-8). A date is always worked out from the anchor, never from the date before it.
 */
public record BillingDay(int day) {

    public BillingDay {
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("a day of the month is 1 to 31, not " + day);
        }
    }

    public static BillingDay of(LocalDate first) {
        return new BillingDay(first.getDayOfMonth());
    }

    public LocalDate in(YearMonth month) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /** The boundary a number of months after the month of a boundary. */
    public LocalDate after(LocalDate boundary, int months) {
        return in(YearMonth.from(boundary).plusMonths(months));
    }
}
