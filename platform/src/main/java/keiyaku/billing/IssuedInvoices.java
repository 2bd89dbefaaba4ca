package keiyaku.billing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invoices of several accounts at once, for their managing account: of each account those
 * that were issued since an instant.
 */
@Component
@Transactional(readOnly = true)
public class IssuedInvoices {

    private final IssuedStore store;
    private final InvoiceStore invoices;

    IssuedInvoices(IssuedStore store, InvoiceStore invoices) {
        this.store = store;
        this.invoices = invoices;
    }

    /** The months in which any were issued, the latest first. */
    public List<YearMonth> months(Map<AccountId, Instant> since) {
        return since.isEmpty() ? List.of() : store.months(since);
    }

    /** Those of a month by its day of issue, by account and then the oldest first. */
    public List<IssuedInvoice> of(Map<AccountId, Instant> since, YearMonth month) {
        return since.isEmpty() ? List.of() : store.of(since, month);
    }

    /** One of them; empty for one that was issued before, or to somebody else. */
    public Optional<Invoice> invoice(Map<AccountId, Instant> since, InvoiceId id) {
        return since.isEmpty()
                ? Optional.empty()
                : store.owner(since, id).flatMap(account -> invoices.invoice(account, id));
    }
}
