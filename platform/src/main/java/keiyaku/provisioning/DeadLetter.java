package keiyaku.provisioning;

import java.time.Instant;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;

/** A task that was tried for days in vain; it and those behind it wait for an operator. */
public record DeadLetter(
        AccountId account,
        ContractId contract,
        long sequence,
        ProvisioningTask.Type type,
        String product,
        int attempts,
        Instant at,
        String reason) {}
