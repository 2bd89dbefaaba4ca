package keiyaku.billing;

import java.util.List;
import keiyaku.shared.Money;

/** An invoice's sums, in the order of B-9; discount and credit are what was taken off. */
public record InvoiceAmounts(
        Money discount, Money credit, Money subtotal, List<TaxLine> taxes, Money tax, Money total) {

    public InvoiceAmounts {
        taxes = List.copyOf(taxes);
        if (!subtotal.plus(tax).equals(total)) {
            throw new IllegalArgumentException("subtotal and tax do not make the total");
        }
    }
}
