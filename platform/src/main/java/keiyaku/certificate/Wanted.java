package keiyaku.certificate;

import java.time.Instant;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as the contract has it now.
 *
 * @param live whether the option still runs
 */
public record Wanted(
        AccountId account,
        ContractId contract,
        int number,
        String option,
        @Nullable String name,
        Instant paidUntil,
        boolean live) {}
