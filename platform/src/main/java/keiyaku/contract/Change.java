package keiyaku.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a contract; never changed.
 *
 * @param type started, renewed, upgraded, …: the text {@code contract.change.TYPE}
 * @param on the day from which it holds
 * @param by who did it: a login's id, or "run"
 */
public record Change(
        AccountId account,
        ContractId contract,
        long seq,
        String type,
        @Nullable ContractState from,
        ContractState to,
        LocalDate on,
        Instant at,
        String by,
        Map<String, String> details) {}
