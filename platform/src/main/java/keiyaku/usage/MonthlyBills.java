package keiyaku.usage;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keiyaku.billing.Charge;
import keiyaku.billing.InvoiceAmounts;
import keiyaku.billing.InvoiceDraft;
import keiyaku.billing.Invoices;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.ChargesMarked;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bills of months: what waits for them, and what they are before they are final (B-8). */
@Component
public class MonthlyBills {

    private final BillStore store;
    private final LineStore lines;
    private final Bills bills;
    private final Invoices invoices;
    private final Catalogs catalogs;
    private final Clock clock;

    MonthlyBills(
            BillStore store,
            LineStore lines,
            Bills bills,
            Invoices invoices,
            Catalogs catalogs,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.bills = bills;
        this.invoices = invoices;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** A bill that is not numbered yet: it follows what comes late until it is final. */
    public record Draft(Bill bill, List<Charge> charges, InvoiceAmounts amounts) {
        public Draft {
            charges = List.copyOf(charges);
        }
    }

    /** Of an account, the drafts on which something stands. */
    @Transactional(readOnly = true)
    public List<Draft> drafts(AccountId account) {
        var drafts =
                store.ofAccount(account).stream()
                        .filter(bill -> bill.state() == BillState.DRAFT)
                        .toList();
        var now = clock.instant();
        var made = new ArrayList<Draft>();
        for (var bill : bills.of(drafts)) {
            draft(bill, catalogs.current(), now)
                    .ifPresent(
                            d ->
                                    made.add(
                                            new Draft(
                                                    bill.bill(),
                                                    d.charges(),
                                                    invoices.preview(d))));
        }
        return made;
    }

    /** Charges of products of the monthly bill come to wait for it, in their transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(ChargesMarked event) {
        var now = clock.instant();
        var opened = new ArrayList<Bill>();
        var waiting = new ArrayList<LineStore.Waiting>();
        for (var marked : event.marked()) {
            var month = YearMonth.from(marked.on());
            opened.add(Bill.opened(marked.account(), Ids.next(clock), month, marked.zone(), now));
            marked.charges().forEach(c -> waiting.add(new LineStore.Waiting(month, c)));
        }
        store.open(opened);
        lines.mark(waiting);
    }

    /** What a bill becomes as an invoice; empty when nothing stands on it. */
    static Optional<InvoiceDraft> draft(Bills.Made made, Catalog catalog, Instant now) {
        var charges = made.lines().charges();
        if (charges.isEmpty()) {
            return Optional.empty();
        }
        var bill = made.bill();
        var today = now.atZone(bill.zone()).toLocalDate();
        return Optional.of(
                new InvoiceDraft(
                        bill.account(),
                        made.customer().payer(),
                        charges.getFirst().amount().currency(),
                        bill.zone(),
                        TaxInvoiceDates.dated(bill, made.member(), catalog, today),
                        today,
                        charges));
    }
}
