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
 * @param issuedOn its date
 * @param payableOn the day from which it is to be paid, which is also its date, but for tax
 *     invoices of a month that is over (B-24)
 */
public record InvoiceDraft(
        AccountId account,
        Payer payer,
        Currency currency,
        ZoneId zone,
        LocalDate issuedOn,
        LocalDate payableOn,
        List<Charge> charges) {

    public InvoiceDraft {
        charges = List.copyOf(charges);
        if (charges.isEmpty()) {
            throw new IllegalArgumentException("an invoice of no charges");
        }
    }

    public InvoiceDraft(
            AccountId account,
            Payer payer,
            Currency currency,
            ZoneId zone,
            LocalDate issuedOn,
            List<Charge> charges) {
        this(account, payer, currency, zone, issuedOn, issuedOn, charges);
    }
}
