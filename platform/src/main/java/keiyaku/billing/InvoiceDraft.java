package keiyaku.billing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import keiyaku.shared.AccountId;

/**
 * Charges of one account that become one invoice.
 *
 * @param zone whose days its dates are
 * @param issuedOn its date, and at once the day on which it is due
 */
public record InvoiceDraft(
        AccountId account,
        Payer payer,
        Currency currency,
        ZoneId zone,
        LocalDate issuedOn,
        List<Charge> charges) {

    public InvoiceDraft {
        charges = List.copyOf(charges);
        if (charges.isEmpty()) {
            throw new IllegalArgumentException("an invoice of no charges");
        }
    }
}
