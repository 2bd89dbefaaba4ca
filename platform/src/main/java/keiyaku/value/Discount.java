package keiyaku.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A rate or an amount off the charges of named products, under a condition (S-3).
 *
 * @param until the day after the last one; null: without an end
 * @param source the coupon's code or the operator that granted it
 */
public record Discount(
        AccountId account,
        UUID id,
        String name,
        Off off,
        Products products,
        Condition condition,
        LocalDate from,
        @Nullable LocalDate until,
        String source,
        Instant grantedAt) {

    /** What it takes off. */
    public sealed interface Off {}

    public record RateOff(Rate rate) implements Off {}

    /** Off the charge of a whole period; of a part of one, the part. */
    public record AmountOff(Money amount) implements Off {}

    /** What a charge must be; null: any. */
    public record Condition(@Nullable String plan, @Nullable Money minimum) {
        public static final Condition NONE = new Condition(null, null);

        boolean holds(Line line) {
            return (plan == null || plan.equals(line.item()))
                    && (minimum == null || line.amount().compareTo(minimum) >= 0);
        }
    }

    /** Rate before amount, larger first, then the older one: any order must be a fixed one. */
    static final Comparator<Discount> ORDER =
            Comparator.comparing((Discount d) -> d.off() instanceof AmountOff)
                    .thenComparing(Comparator.comparingLong(Discount::size).reversed())
                    .thenComparing(Discount::grantedAt)
                    .thenComparing(d -> d.id().toString());

    private long size() {
        return switch (off) {
            case RateOff rate -> rate.rate().perMillion();
            case AmountOff amount -> amount.amount().minor();
        };
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    boolean isFor(Line line) {
        return products.include(line.product()) && isValidOn(line.from()) && condition.holds(line);
    }
}
