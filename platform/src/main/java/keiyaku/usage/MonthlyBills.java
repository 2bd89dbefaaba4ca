package keiyaku.usage;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
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

    /** Months of an account on which anything stood, the latest first. */
    @Transactional(readOnly = true)
    public List<Bill> months(AccountId account) {
        return store.ofAccount(account);
    }

    /** The bill of a month; empty when nothing ever stood on it. */
    @Transactional(readOnly = true)
    public Optional<Bill> month(AccountId account, YearMonth month) {
        return store.find(account, month);
    }

    /** Use of a month that came to be known after its bill: adjusted on a later one. */
    public record LateUse(Bill on, Charge charge) {}

    /** What of a month was or will be adjusted on later bills, in their order. */
    @Transactional(readOnly = true)
    public List<LateUse> late(AccountId account, YearMonth month) {
        var late = new ArrayList<LateUse>();
        for (var billMonth : lines.lateBills(account, month)) {
            store.find(account, billMonth)
                    .ifPresent(
                            bill ->
                                    charges(bill).stream()
                                            .filter(c -> isLate(c, month))
                                            .forEach(c -> late.add(new LateUse(bill, c))));
        }
        return late;
    }

    /** Of a final bill what was invoiced; of another one what it comes to now. */
    private List<Charge> charges(Bill bill) {
        var invoice = bill.invoice();
        if (bill.isFinal()) {
            return invoice == null
                    ? List.of()
                    : invoices.invoice(bill.account(), invoice).orElseThrow().charges();
        }
        return bills.of(List.of(bill)).getFirst().lines().charges();
    }

    private static boolean isLate(Charge charge, YearMonth month) {
        return charge.kind() == ChargeKind.ADJUSTMENT
                && YearMonth.from(charge.period().start()).equals(month);
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
