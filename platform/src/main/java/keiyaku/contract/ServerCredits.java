package keiyaku.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a server contract gives back when it ends: the days from then on of all that was paid for
 * (B-6, C-12); what was charged and not paid is taken back whole, for it was never served.
 */
final class ServerCredits {

    private ServerCredits() {}

    /** Of the options, and of terms that have not begun; the contract's running one is apart. */
    static List<Charge> from(Contract contract, LocalDate from, Sale sale) {
        var charges = new ArrayList<Charge>();
        var hosting = contract.requireHosting();
        credit(contract, null, paid(hosting.next()), from, sale, charges);
        for (var item : hosting.items()) {
            credit(contract, item, item.isRunning() ? item.agreement() : null, from, sale, charges);
            credit(contract, item, paid(item.next()), from, sale, charges);
        }
        return charges;
    }

    /** The invoices of terms that are not paid. */
    static List<InvoiceId> unpaid(Hosting hosting) {
        var invoices = new ArrayList<InvoiceId>();
        add(invoices, hosting.next());
        hosting.items().forEach(item -> add(invoices, item.next()));
        return invoices.stream().distinct().toList();
    }

    private static void add(List<InvoiceId> invoices, @Nullable Upcoming next) {
        var invoice = next == null || next.paid() ? null : next.invoice();
        if (invoice != null) {
            invoices.add(invoice);
        }
    }

    /** The contract's part after what stood on an invoice was taken back. */
    static Hosting without(Hosting hosting, InvoiceId invoice, LocalDate on) {
        var next = hosting.next();
        var without = next != null && next.isOn(invoice) ? hosting.withNext(null) : hosting;
        return without.eachItem(item -> without(item, invoice, on)).inNextSeries();
    }

    private static OptionItem without(OptionItem item, InvoiceId invoice, LocalDate on) {
        var next = item.next();
        if (next == null || !next.isOn(invoice)) {
            return item;
        }
        var without = item.withNext(null);
        return item.agreement() == null ? without.ended(on) : without;
    }

    private static @Nullable Agreement paid(@Nullable Upcoming next) {
        return next != null && next.paid() ? next.agreement() : null;
    }

    private static void credit(
            Contract contract,
            @Nullable OptionItem item,
            @Nullable Agreement charged,
            LocalDate from,
            Sale sale,
            List<Charge> charges) {
        if (charged == null) {
            return;
        }
        var coverage = new Coverage(charged.period(), charged.price());
        if (coverage.unusedFrom(from) == 0 || coverage.givenBack(from).result().isZero()) {
            return;
        }
        var start = from.isBefore(charged.start()) ? charged.start() : from;
        var period = new Period(start, charged.period().end());
        var why = coverage.givenBack(from);
        charges.add(
                item == null
                        ? sale.charge(contract, ChargeKind.PRORATION_CREDIT, period, why)
                        : sale.charge(contract, item, ChargeKind.PRORATION_CREDIT, period, why));
    }
}
