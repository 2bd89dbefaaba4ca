package keiyaku.payment;

import java.time.Instant;
import java.util.List;
import keiyaku.billing.InvoiceState;
import keiyaku.billing.Receivables;
import keiyaku.run.Runs;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;

/**
 * Invoices that failed and for which no try is planned any more: a new method is a reason to try
 * again at once. One that is still planned stays as planned (B-20).
 */
@Component
class UnplannedInvoices {

    private final Receivables receivables;
    private final PaymentStore payments;
    private final Runs runs;

    UnplannedInvoices(Receivables receivables, PaymentStore payments, Runs runs) {
        this.receivables = receivables;
        this.payments = payments;
        this.runs = runs;
    }

    void collect(AccountId account, Instant now) {
        var inFlight = payments.inFlight(List.of(account));
        var unplanned =
                receivables.of(account).stream()
                        .filter(r -> r.state() == InvoiceState.OPEN && r.open().isPositive())
                        .filter(r -> r.collectAt() == null && !inFlight.contains(r.invoice()))
                        .toList();
        unplanned.forEach(r -> receivables.collectAt(account, r.invoice(), now));
        if (!unplanned.isEmpty()) {
            runs.kick();
        }
    }
}
