package keiyaku.billing;

import java.time.LocalDate;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;

/**
 * An invoice as one row of a list over several accounts.
 *
 * @param open what is still to be paid; below zero: to be given back
 */
public record IssuedInvoice(
        AccountId account,
        InvoiceId id,
        String number,
        LocalDate issuedOn,
        InvoiceState state,
        Money total,
        Money open) {}
