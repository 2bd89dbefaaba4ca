package keiyaku.payment;

import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * A transfer did not come in time: its invoice was taken back, and nothing is owed of it. Published
 * in the transaction that did it.
 */
public record TransferLapsed(AccountId account, InvoiceId invoice, @Nullable ContractId contract) {}
