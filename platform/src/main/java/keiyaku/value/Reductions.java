package keiyaku.value;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keiyaku.catalog.Catalogs;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.InvoiceId;
import keiyaku.value.Reduction.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lowers the charges of invoices by what their accounts hold, many invoices at once (B-9). Accounts
 * that hold nothing cost their share of two reads by index.
 */
@Component
public class Reductions {

    private final CreditStore credits;
    private final DiscountStore discounts;
    private final ReductionStore store;
    private final Catalogs catalogs;
    private final Clock clock;

    Reductions(
            CreditStore credits,
            DiscountStore discounts,
            ReductionStore store,
            Catalogs catalogs,
            Clock clock) {
        this.credits = credits;
        this.discounts = discounts;
        this.store = store;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** What discounts and credits took off an invoice, in minor units. */
    public record Sum(AccountId account, InvoiceId invoice, long discount, long credit) {}

    /** The bills' reductions, in the bills' order, and what they leave of the accounts' credits. */
    public static final class Decided {

        private final List<List<Reduction>> ofBills;
        private final Map<AccountId, Holdings> after;

        private Decided(List<List<Reduction>> ofBills, Map<AccountId, Holdings> after) {
            this.ofBills = ofBills;
            this.after = after;
        }

        public List<Reduction> of(int bill) {
            return ofBills.get(bill);
        }
    }

    /** An invoice of a decided bill. */
    public record Issued(AccountId account, InvoiceId invoice, LocalDate on) {}

    /** What would lower bills; nothing is locked or written. */
    @Transactional(readOnly = true)
    public Decided preview(List<Bill> bills) {
        return decide(bills, false);
    }

    /**
     * What lowers bills; the credits stay locked until the commit, which {@link #write} precedes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Decided decide(List<Bill> bills) {
        return decide(bills, true);
    }

    /** Writes what was decided; the invoices are in the bills' order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Decided decided, List<Issued> invoices) {
        if (decided.ofBills.stream().allMatch(List::isEmpty)) {
            return;
        }
        var rows = new ArrayList<ReductionStore.Row>();
        var movements = new ArrayList<CreditMovement>();
        var touched = new HashMap<UUID, Credit>();
        for (int i = 0; i < invoices.size(); i++) {
            var issued = invoices.get(i);
            for (var reduction : decided.of(i)) {
                rows.add(new ReductionStore.Row(issued.account(), issued.invoice(), reduction));
                if (reduction.kind() == Kind.CREDIT) {
                    var credit = credit(decided, issued.account(), reduction.grant());
                    touched.put(credit.id(), credit);
                    movements.addAll(movements(credit, reduction, issued));
                }
            }
        }
        store.insert(rows);
        credits.insert(movements);
        update(touched, movements);
    }

    /** Only what is used up, or has a balance again, is looked at at another time than before. */
    private void update(Map<UUID, Credit> touched, List<CreditMovement> movements) {
        var returnedTo =
                movements.stream()
                        .filter(m -> m.kind() == CreditMovement.Kind.RETURNED)
                        .map(CreditMovement::credit)
                        .collect(Collectors.toSet());
        var zone = catalogs.current().provider().zone();
        var sameTime = new ArrayList<Credit>();
        var otherTime = new ArrayList<CreditStore.Planned>();
        for (var credit : touched.values()) {
            if (credit.balance().isZero() || returnedTo.contains(credit.id())) {
                otherTime.add(CreditPlan.planned(credit, clock.instant(), zone));
            } else {
                sameTime.add(credit);
            }
        }
        credits.updateBalances(sameTime);
        credits.update(otherTime);
    }

    /** What lowered invoices, by invoice; those that nothing lowered are missing. */
    @Transactional(readOnly = true)
    public Map<InvoiceId, List<Reduction>> of(
            Collection<AccountId> accounts, Collection<InvoiceId> invoices) {
        return invoices.isEmpty() ? Map.of() : store.of(accounts, invoices);
    }

    /** Of all invoices that were lowered, ordered by account and id; the caller closes it. */
    public Stream<Sum> sums() {
        return store.sums();
    }

    private Decided decide(List<Bill> bills, boolean lock) {
        var holdings = holdings(bills, lock);
        var ofBills = new ArrayList<List<Reduction>>(bills.size());
        for (var bill : bills) {
            ofBills.add(Lowering.of(bill, holdings.getOrDefault(bill.account(), Holdings.none())));
        }
        return new Decided(ofBills, holdings);
    }

    private Map<AccountId, Holdings> holdings(List<Bill> bills, boolean lock) {
        if (bills.isEmpty()) {
            return Map.of();
        }
        var accounts = bills.stream().map(Bill::account).distinct().toList();
        var currency = bills.getFirst().lines().getFirst().amount().currency().getCurrencyCode();
        var first =
                bills.stream()
                        .flatMap(b -> b.lines().stream())
                        .map(Line::from)
                        .min(LocalDate::compareTo)
                        .orElseThrow();
        var byAccount =
                discounts.held(accounts, currency, first).stream()
                        .collect(Collectors.groupingBy(Discount::account));
        var held = new HashMap<UUID, Credit>();
        var loaded = lock ? credits.lockHeld(accounts, currency) : credits.held(accounts, currency);
        loaded.forEach(c -> held.put(c.id(), c));
        var returning = returning(bills);
        returning.removeAll(held.keySet());
        if (!returning.isEmpty()) {
            credits.named(accounts, returning, lock).forEach(c -> held.put(c.id(), c));
        }
        var creditsOf = held.values().stream().collect(Collectors.groupingBy(Credit::account));
        var all = new HashMap<AccountId, Holdings>();
        for (var account : accounts) {
            if (byAccount.containsKey(account) || creditsOf.containsKey(account)) {
                all.put(
                        account,
                        new Holdings(
                                byAccount.getOrDefault(account, List.of()),
                                creditsOf.getOrDefault(account, List.of())));
            }
        }
        return all;
    }

    /** The credits to which something returns; they may be used up by now. */
    private static List<UUID> returning(List<Bill> bills) {
        var ids = new ArrayList<UUID>();
        for (var bill : bills) {
            for (var line : bill.lines()) {
                var reversed = line.reversed();
                if (reversed != null) {
                    reversed.reductions().stream()
                            .filter(r -> r.kind() == Kind.CREDIT)
                            .forEach(r -> ids.add(r.grant()));
                }
            }
        }
        return ids;
    }

    private static Credit credit(Decided decided, AccountId account, UUID id) {
        var holdings = decided.after.get(account);
        var credit = holdings == null ? null : holdings.credit(id);
        if (credit == null) {
            throw new IllegalStateException("a credit that was not held: " + id);
        }
        return credit;
    }

    private List<CreditMovement> movements(Credit credit, Reduction reduction, Issued issued) {
        var change = reduction.amount().negated();
        if (!change.isPositive()) {
            return List.of(movement(credit, reduction, issued, CreditMovement.Kind.USED));
        }
        var returned = movement(credit, reduction, issued, CreditMovement.Kind.RETURNED);
        return credit.isValidOn(issued.on())
                ? List.of(returned)
                : List.of(
                        returned, movement(credit, reduction, issued, CreditMovement.Kind.LAPSED));
    }

    private CreditMovement movement(
            Credit credit, Reduction reduction, Issued issued, CreditMovement.Kind kind) {
        var change = reduction.amount().negated();
        return new CreditMovement(
                credit.account(),
                Ids.next(clock),
                credit.id(),
                kind,
                kind == CreditMovement.Kind.LAPSED ? change.negated() : change,
                issued.invoice(),
                reduction.line(),
                clock.instant());
    }
}
