package keiyaku.usage;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.billing.Invoice;
import keiyaku.billing.Invoices;
import keiyaku.catalog.Catalogs;
import keiyaku.run.DueWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts monthly bills on the 1st, and issues them at the start of the 4th (B-8). */
@Component
@Order(15)
class BillsDue implements DueWork {

    private final BillStore store;
    private final LineStore lines;
    private final Bills bills;
    private final Invoices invoices;
    private final Catalogs catalogs;
    private final Clock clock;

    BillsDue(
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

    @Override
    public String name() {
        return "monthly-bills";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.due().next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.due().due(now, limit);
    }

    @Override
    @Transactional
    public int perform(List<Subject> chunk, Instant now) {
        var due = store.lockDue(chunk, now);
        var ended = due.stream().filter(bill -> bill.state() == BillState.COLLECTING).toList();
        var drafts = due.stream().filter(bill -> bill.state() == BillState.DRAFT).toList();
        store.update(ended.stream().map(Bill::drafted).toList());
        finish(drafts);
        return due.size();
    }

    private void finish(List<Bill> drafts) {
        var made = bills.of(drafts);
        var now = clock.instant();
        var catalog = catalogs.current();
        var issuing = new ArrayList<UUID>();
        var billed = new ArrayList<LineStore.Billed>();
        var wanted = new ArrayList<keiyaku.billing.InvoiceDraft>();
        for (var bill : made) {
            billed.addAll(bill.lines().billed());
            var draft = MonthlyBills.draft(bill, catalog, now);
            if (draft.isPresent()) {
                issuing.add(bill.bill().id());
                wanted.add(draft.get());
            }
        }
        var issued = invoices.issue(wanted);
        Map<UUID, Invoice> byBill = new HashMap<>();
        for (int i = 0; i < issued.size(); i++) {
            byBill.put(issuing.get(i), issued.get(i));
        }
        lines.billed(billed);
        store.update(drafts.stream().map(bill -> finished(bill, byBill)).toList());
    }

    private static Bill finished(Bill bill, Map<UUID, Invoice> issued) {
        var invoice = issued.get(bill.id());
        return bill.finished(invoice == null ? null : invoice.id());
    }

    @Override
    @Transactional
    public void park(Subject subject, String reason) {
        store.due().park(subject, reason);
    }

    @Override
    @Transactional
    public void unpark(Subject subject) {
        store.due().unpark(subject, clock.instant());
    }
}
