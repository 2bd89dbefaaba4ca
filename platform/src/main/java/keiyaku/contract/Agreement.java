package keiyaku.contract;

import java.time.LocalDate;
import keiyaku.billing.Computation;
import keiyaku.catalog.Billing;
import keiyaku.shared.BillingDay;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed for the running term; its price stays until the contract renews (C-1).
 *
 * @param start the term's first day
 * @param anchor the day of the month on which the contract's months begin (C-8)
 * @param unitPrice of the whole term, for one seat or flat
 * @param monthlyUnitPrice of one month when paid by the month; null where that is not offered
 * @param quantity seats, or 1 where the price is flat
 * @param partsCharged how many of the term's parts have been charged
 */
public record Agreement(
        LocalDate start,
        Term term,
        BillingDay anchor,
        Billing billing,
        Money unitPrice,
        @Nullable Money monthlyUnitPrice,
        long quantity,
        int partsCharged) {

    /** The whole term. */
    public Period period() {
        return new Period(start, anchor.after(start, term.months()));
    }

    /** The price of the whole term. */
    public Money price() {
        return unitPrice.times(quantity);
    }

    /** In how many parts the price is charged (B-5). */
    public int parts() {
        return billing == Billing.UPFRONT ? 1 : term.months();
    }

    /** The days of part k, from 1. */
    Period part(int k) {
        return parts() == 1
                ? period()
                : new Period(anchor.after(start, k - 1), anchor.after(start, k));
    }

    /** The part in which a day of the term lies, from 1. */
    int partOf(LocalDate day) {
        int k = 1;
        while (k < parts() && !part(k).contains(day)) {
            k++;
        }
        return k;
    }

    Computation whyOfPart(int k) {
        return parts() == 1
                ? new Computation.WholePeriod(unitPrice, quantity)
                : new Computation.Part(unitPrice, quantity, k, parts());
    }

    Agreement charged(int part) {
        return new Agreement(
                start, term, anchor, billing, unitPrice, monthlyUnitPrice, quantity, part);
    }
}
