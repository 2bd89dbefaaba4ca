package keiyaku.billing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import keiyaku.shared.Money;

/**
 * Money that comes after its invoice was taken back, or was paid in another way: it is kept for the
 * member and pays its next invoices, so that nothing that was taken is lost (B-22).
 */
final class LateMoney {

    private final Map<UUID, Settlement> kept = new LinkedHashMap<>();

    private final boolean inside;

    /**
     * @param inside the money comes from a balance, where no more is taken than is open
     */
    LateMoney(boolean inside) {
        this.inside = inside;
    }

    Receivable settled(Settlement settlement, Receivable owed) {
        if (inside) {
            return owed.usingBalance(settlement.amount());
        }
        var counts = counted(settlement, owed);
        // A void invoice stays void.
        return counts.isZero() ? owed : owed.settledBy(counts);
    }

    /** What counts for the invoice; what is beyond that is noted. */
    private Money counted(Settlement settlement, Receivable owed) {
        var amount = settlement.amount();
        var beyond = amount.minus(owed.open());
        if (!amount.isPositive() || owed.open().isNegative() || !beyond.isPositive()) {
            return amount;
        }
        kept.put(
                settlement.reference(),
                new Settlement(
                        settlement.account(),
                        settlement.invoice(),
                        settlement.reference(),
                        beyond.negated(),
                        settlement.at()));
        return amount.minus(beyond);
    }

    /** From the invoice into the balance: below zero. */
    List<Settlement> kept() {
        return List.copyOf(kept.values());
    }

    /** What is kept, by the reference of its settlement. */
    Map<UUID, Money> amounts() {
        return kept.values().stream()
                .collect(Collectors.toMap(Settlement::reference, s -> s.amount().negated()));
    }
}
