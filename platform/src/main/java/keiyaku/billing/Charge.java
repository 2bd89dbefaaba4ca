package keiyaku.billing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * One amount owed (B-3), net of tax; negative when it is given back. Never changed, only reversed
 * by another.
 *
 * @param item what of the contract: the plan's code, later an option's
 * @param occurrence tells charges of one kind and first day apart (two upgrades on one day); with
 *     the contract, the kind and the first day it is unique, so that nothing is charged twice (B-4)
 */
public record Charge(
        AccountId account,
        @Nullable ContractId contract,
        String product,
        ChargeKind kind,
        String item,
        Period period,
        long quantity,
        String taxCategory,
        Computation why,
        long occurrence) {

    public Money amount() {
        return why.result();
    }

    /** The same, charged once more in the place of one that was taken back. */
    Charge again(long otherOccurrence) {
        return new Charge(
                account,
                contract,
                product,
                kind,
                item,
                period,
                quantity,
                taxCategory,
                why,
                otherOccurrence);
    }

    /** The contract that all of some charges are of; null where they are of several or none. */
    static @Nullable ContractId onlyContract(List<Charge> charges) {
        var first = charges.getFirst().contract();
        return charges.stream().allMatch(c -> Objects.equals(first, c.contract())) ? first : null;
    }

    /** The quantity as it is shown: of a meter with its decimals. */
    public BigDecimal measured() {
        return switch (why) {
            case Computation.Metered metered -> metered.used();
            case Computation.MeteredLate late -> late.late();
            default -> BigDecimal.valueOf(quantity);
        };
    }
}
