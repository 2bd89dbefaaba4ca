package keiyaku.value;

import java.time.LocalDate;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A credit that is to be granted.
 *
 * @param to the last day of validity; null: without an end
 * @param source the coupon's code, or who granted it
 */
public record CreditGrant(
        AccountId account,
        String name,
        CreditKind kind,
        Money amount,
        Products products,
        LocalDate from,
        @Nullable LocalDate to,
        String source) {}
