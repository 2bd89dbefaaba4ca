package keiyaku.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import keiyaku.billing.Computation;
import keiyaku.shared.Money;
import keiyaku.shared.Period;

/** The days that have been charged most lately, and for how much: what can be given back (B-6). */
public record Coverage(Period period, Money charged) {

    /** How many of its days lie on or after a day. */
    long unusedFrom(LocalDate day) {
        if (!day.isBefore(period.end())) {
            return 0;
        }
        return day.isBefore(period.start())
                ? period.days()
                : ChronoUnit.DAYS.between(day, period.end());
    }

    Computation.UnusedDays givenBack(LocalDate from) {
        return new Computation.UnusedDays(charged, unusedFrom(from), period.days());
    }
}
