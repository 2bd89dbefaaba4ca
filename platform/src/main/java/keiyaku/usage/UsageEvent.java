package keiyaku.usage;

import java.math.BigDecimal;
import java.time.Instant;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * One use of a product, as its meter tells it.
 *
 * @param id the sender's own; the same one counts once an account
 * @param contract null: the account's oldest contract on the product that ran then
 * @param quantity in the meter's unit, above zero
 */
public record UsageEvent(
        AccountId account,
        String id,
        String product,
        @Nullable ContractId contract,
        String meter,
        BigDecimal quantity,
        Instant at) {}
