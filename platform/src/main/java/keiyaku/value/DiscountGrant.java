package keiyaku.value;

import java.time.LocalDate;
import keiyaku.shared.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A discount that is to be granted.
 *
 * @param to the last day; null: as long as the months say
 * @param months how many months from the first day it lasts; null: as long as the last day says
 */
public record DiscountGrant(
        AccountId account,
        String name,
        Discount.Off off,
        Products products,
        Discount.Condition condition,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer months,
        String source) {

    /** The day after the last one: whichever of the two comes first; null when there is neither. */
    @Nullable LocalDate until() {
        var byDay = to == null ? null : to.plusDays(1);
        var byMonths = months == null ? null : from.plusMonths(months);
        if (byDay == null || byMonths == null) {
            return byDay == null ? byMonths : byDay;
        }
        return byDay.isBefore(byMonths) ? byDay : byMonths;
    }
}
