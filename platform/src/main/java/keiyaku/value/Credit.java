package keiyaku.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Granted value that lowers what is charged for its products (S-1).
 *
 * @param to the last day of validity; null: without an end
 * @param source the coupon's code or the operator that granted it
 */
public record Credit(
        AccountId account,
        UUID id,
        String name,
        CreditKind kind,
        Products products,
        Money granted,
        Money balance,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        Instant grantedAt) {

    /** Earliest end of validity, then the narrower product list, then the older grant. */
    static final Comparator<Credit> ORDER_OF_USE =
            Comparator.comparing(
                            Credit::to, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                    .thenComparingInt(credit -> credit.products().breadth())
                    .thenComparing(Credit::grantedAt)
                    .thenComparing(credit -> credit.id().toString());

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    Credit withBalance(Money left) {
        return new Credit(
                account, id, name, kind, products, granted, left, from, to, source, grantedAt);
    }
}
