package keiyaku.billing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Numbers what a transaction issued as the last thing that it does: others wait for the counter
 * from then to the commit, and for nothing else that is done in it.
 */
@Component
class InvoiceNumbers {

    /** All numbers of this issuer; another series comes with another issuer. */
    private static final String SERIES = "invoice";

    private final Numbering numbering;
    private final InvoiceStore store;

    InvoiceNumbers(Numbering numbering, InvoiceStore store) {
        this.numbering = numbering;
        this.store = store;
    }

    /** Invoices without numbers, and the row of their issuer. */
    record Unnumbered(List<Invoice> invoices, UUID issuer) {}

    /** Numbers and writes them right before the commit; what is told of them is in it as well. */
    void beforeCommit(Unnumbered unnumbered, Consumer<List<Invoice>> told) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        told.accept(now(unnumbered));
                    }
                });
    }

    /** Numbers and writes them now: whoever else issues waits until the caller commits. */
    List<Invoice> now(Unnumbered unnumbered) {
        var numbered = numbered(unnumbered.invoices());
        store.insert(numbered, unnumbered.issuer());
        return numbered;
    }

    private List<Invoice> numbered(List<Invoice> invoices) {
        Map<Integer, Integer> perYear = new TreeMap<>();
        invoices.forEach(i -> perYear.merge(i.issuedOn().getYear(), 1, Integer::sum));
        Map<Integer, Long> next = new HashMap<>();
        perYear.forEach((year, count) -> next.put(year, numbering.take(SERIES, year, count)));
        var numbered = new ArrayList<Invoice>(invoices.size());
        for (var invoice : invoices) {
            int year = invoice.issuedOn().getYear();
            long number = next.merge(year, 1L, Long::sum) - 1;
            numbered.add(invoice.numbered(Numbering.format(year, number)));
        }
        return numbered;
    }
}
