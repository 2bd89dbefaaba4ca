package keiyaku.catalog;

import keiyaku.shared.Money;
import keiyaku.shared.Term;

/** What an option costs for a whole term of its own, flat or per device, tax not included. */
public record OptionPrice(Term term, boolean perDevice, Money amount) {

    /** The price of the whole term for so many devices; a flat price is the same for any number. */
    public Money forQuantity(long quantity) {
        return perDevice ? amount.times(quantity) : amount;
    }
}
