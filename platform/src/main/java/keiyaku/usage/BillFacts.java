package keiyaku.usage;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import keiyaku.billing.Charge;
import keiyaku.contract.UsedContract;
import keiyaku.shared.ContractId;

/**
 * All that a bill is made of.
 *
 * @param used the sums of its month and of those months that were used more after their bill
 * @param abroad supplied without tax (B-19)
 */
record BillFacts(
        Bill bill,
        List<UsedContract> contracts,
        List<UsageStore.Sum> used,
        List<Charge> marked,
        List<LineStore.Late> late,
        List<LineStore.Billed> billed,
        boolean abroad) {

    UsedContract contract(ContractId id) {
        return contracts.stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no contract " + id));
    }

    BigDecimal used(ContractId contract, YearMonth month, String meter) {
        return used.stream()
                .filter(s -> s.contract().equals(contract))
                .filter(s -> s.month().equals(month) && s.meter().equals(meter))
                .map(UsageStore.Sum::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    BigDecimal billed(LineStore.Late late) {
        return billed.stream()
                .filter(b -> b.contract().equals(late.contract()))
                .filter(b -> b.month().equals(late.month()) && b.meter().equals(late.meter()))
                .map(LineStore.Billed::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
