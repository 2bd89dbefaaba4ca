package keiyaku.catalog;

import java.util.List;
import keiyaku.shared.Money;
import keiyaku.shared.Term;

/**
 * What a plan costs for a whole term, flat or per seat, tax not included (B-19).
 *
 * @param billing the ways it may be charged, the usual one first; empty: up front
 */
public record Price(Term term, boolean perSeat, Money amount, List<Billing> billing) {

    public Price {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a price below zero: " + amount);
        }
        billing = List.copyOf(billing);
    }

    /** The price of the whole term for so many seats; a flat price is the same for any number. */
    public Money forQuantity(long quantity) {
        return perSeat ? amount.times(quantity) : amount;
    }

    public Billing defaultBilling() {
        return billing.isEmpty() ? Billing.UPFRONT : billing.getFirst();
    }

    /** Whether it may be charged so; for a single month both are the same thing. */
    public boolean allows(Billing way) {
        return term.equals(Term.MONTH)
                || (billing.isEmpty() ? way == Billing.UPFRONT : billing.contains(way));
    }
}
