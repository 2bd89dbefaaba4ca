package keiyaku.billing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is open of these invoices any more; published in the transaction that settled them, which
 * holds their receivables.
 */
public record InvoicesPaid(List<Paid> paid) {

    /** One of them; without a contract when it may stand for several. */
    public record Paid(AccountId account, InvoiceId invoice, @Nullable ContractId contract) {

        private Paid(Receivable receivable) {
            this(receivable.account(), receivable.invoice(), receivable.contract());
        }
    }

    static InvoicesPaid of(Collection<Receivable> settled) {
        return new InvoicesPaid(settled.stream().map(Paid::new).toList());
    }

    public Set<AccountId> accounts() {
        return paid.stream().map(Paid::account).collect(Collectors.toSet());
    }
}
