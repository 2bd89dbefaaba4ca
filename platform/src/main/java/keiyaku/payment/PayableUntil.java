package keiyaku.payment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import keiyaku.billing.Receivable;
import keiyaku.shared.InvoiceId;

/**
 * The last day on which something unpaid can be paid without loss, where it is not dunning that
 * ends it. A module above that has such invoices brings a bean of it.
 */
public interface PayableUntil {

    /** Those of the receivables that have such a day. */
    Map<InvoiceId, LocalDate> lastDays(Collection<Receivable> unpaid);
}
