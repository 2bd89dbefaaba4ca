package keiyaku.billing;

import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import org.jspecify.annotations.Nullable;

/** Nothing is open of an invoice any more; published in the transaction that settled it. */
public record InvoicePaid(AccountId account, InvoiceId invoice, @Nullable ContractId contract) {}
