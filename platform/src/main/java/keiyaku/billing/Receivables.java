package keiyaku.billing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members owe and are owed. Payment takes money and tells here what came; what a failure leads
 * to is decided here (B-20).
 */
@Component
@Transactional(propagation = Propagation.REQUIRED)
public class Receivables {

    private final ReceivableStore store;
    private final LedgerStore ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Dunning dunning = Dunning.STANDARD;

    Receivables(
            ReceivableStore store,
            LedgerStore ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** A failed collection; hard: refused for good, so never tried again by itself. */
    public record CollectionFailure(
            AccountId account, InvoiceId invoice, Instant at, boolean hard) {}

    public Optional<Instant> nextCollection() {
        return store.due(ReceivableStore.Due.COLLECT).next();
    }

    public List<Subject> collectable(Instant now, int limit) {
        return store.due(ReceivableStore.Due.COLLECT).due(now, limit);
    }

    /** Those still due for collection and in no other worker's hands, locked to the commit. */
    public List<Receivable> lockCollectable(List<Subject> subjects, Instant now) {
        return store.lockDue(ReceivableStore.Due.COLLECT, subjects, now);
    }

    public void parkCollection(Subject subject, String reason) {
        store.due(ReceivableStore.Due.COLLECT).park(subject, reason);
    }

    public void unparkCollection(Subject subject) {
        store.due(ReceivableStore.Due.COLLECT).unpark(subject, clock.instant());
    }

    /** Takes receivables off the plan: they are in a gateway's hands. */
    public void takeOff(List<Receivable> receivables) {
        store.update(receivables.stream().map(r -> r.collectedNext(null)).toList());
    }

    /** Plans the collection of what is open for an instant, now or later. */
    public void collectAt(AccountId account, InvoiceId invoice, Instant at) {
        store.update(
                store.lock(List.of(account), List.of(invoice)).stream()
                        .filter(r -> !r.open().isZero())
                        .map(r -> r.collectedNext(at))
                        .toList());
    }

    /**
     * Money came in (above zero) or was given back (below zero) through a payment method. Each
     * settlement's reference counts once: told twice, the database refuses the second. Gives what
     * of it is kept for members, by reference, since no more was open.
     */
    public Map<UUID, Money> settle(List<Settlement> settlements) {
        return applied(
                settlements,
                settlements.stream().map(s -> Journal.moved(Ids.next(clock), s)).toList(),
                false);
    }

    /** As {@link #settle}, by money that the bank collected and put to our account. */
    public void settleAtBank(List<Settlement> settlements) {
        applied(
                settlements,
                settlements.stream().map(s -> Journal.collectedByBank(Ids.next(clock), s)).toList(),
                false);
    }

    /**
     * A deposit came for a member: it is kept in the balance. Its reference counts once.
     *
     * @param amount above zero
     */
    public void deposited(AccountId account, UUID reference, Money amount, Instant at) {
        ledger.insert(List.of(Journal.deposited(Ids.next(clock), account, reference, amount, at)));
        ledger.keep(account, amount);
    }

    /** An operator sends back a part of what is kept; the database refuses more than there is. */
    public void returned(AccountId account, UUID reference, Money amount, Instant at) {
        ledger.insert(
                List.of(
                        Journal.deposited(
                                Ids.next(clock), account, reference, amount.negated(), at)));
        ledger.keep(account, amount.negated());
    }

    /** Parts of invoices are paid from what a deposit has brought into the balance. */
    public void settleFromDeposit(List<Settlement> settlements) {
        settlements.forEach(s -> ledger.keep(s.account(), s.amount().negated()));
        applied(
                settlements,
                settlements.stream().map(s -> Journal.depositUsed(Ids.next(clock), s)).toList(),
                false);
    }

    /** What is kept for a member, and pays its next invoices. */
    @Transactional(readOnly = true)
    public Money kept(AccountId account, Currency currency) {
        return ledger.kept(account, currency.getCurrencyCode()).orElse(Money.zero(currency));
    }

    /** Locks what is open of an invoice to the commit; none when there is no such invoice. */
    public Optional<Receivable> lock(AccountId account, InvoiceId invoice) {
        return store.lock(List.of(account), List.of(invoice)).stream().findFirst();
    }

    /** What can be paid of an account by a deposit now, locked, the oldest first. */
    public List<Receivable> lockUnpaid(AccountId account) {
        return store.lockUnpaid(account);
    }

    /**
     * What is kept for members pays before a method does; gives what is open then. For locked
     * receivables that nobody collects meanwhile.
     */
    public List<Receivable> payFromKept(List<Receivable> owed) {
        if (owed.isEmpty()) {
            return owed;
        }
        var currency = owed.getFirst().total().currency().getCurrencyCode();
        var kept =
                ledger.lockKept(
                        owed.stream().map(Receivable::account).distinct().toList(), currency);
        return kept.isEmpty()
                ? owed
                : owed.stream()
                        .map(r -> payFromKept(r, kept))
                        .filter(r -> r.open().isPositive())
                        .toList();
    }

    private Receivable payFromKept(Receivable owed, Map<UUID, Money> kept) {
        var left = kept.get(owed.account().value());
        if (left == null || !left.isPositive()) {
            return owed;
        }
        var used = left.compareTo(owed.open()) < 0 ? left : owed.open();
        kept.put(owed.account().value(), left.minus(used));
        ledger.keep(owed.account(), used.negated());
        applied(
                List.of(settlement(owed, used)),
                List.of(Journal.fromBalance(Ids.next(clock), settlement(owed, used))),
                true);
        return owed.usingBalance(used);
    }

    private Settlement settlement(Receivable owed, Money amount) {
        return new Settlement(
                owed.account(), owed.invoice(), Ids.next(clock), amount, clock.instant());
    }

    /** Members' invoices of which their managing accounts have bills now. */
    void paidByManager(List<Receivable> owed) {
        var settlements =
                owed.stream()
                        .map(
                                r ->
                                        new Settlement(
                                                r.account(),
                                                r.invoice(),
                                                r.invoice().value(),
                                                r.open(),
                                                clock.instant()))
                        .toList();
        applied(
                settlements,
                settlements.stream().map(s -> Journal.passedOn(Ids.next(clock), s)).toList(),
                true);
    }

    /** What could not be given back through a method stays with the company, for the member. */
    public void keepInBalance(List<Settlement> settlements) {
        var entries = new ArrayList<JournalEntry>();
        for (var settlement : settlements) {
            entries.add(Journal.fromBalance(Ids.next(clock), settlement));
            ledger.keep(settlement.account(), settlement.amount().negated());
        }
        applied(settlements, entries, true);
    }

    /**
     * What an invoice gives back first pays what is open of the same contract; gives what is left.
     */
    public Receivable offset(Receivable giving) {
        var left = giving;
        for (var unpaid : store.lockUnpaid(giving.account())) {
            var sameContract =
                    unpaid.contract() != null && unpaid.contract().equals(giving.contract());
            if (!sameContract || !left.open().isNegative()) {
                continue;
            }
            left = offset(left, unpaid);
        }
        return left;
    }

    /** The dunning's answer to failures: when it is tried again, if it is. */
    public List<Receivable> failed(List<CollectionFailure> failures) {
        var known =
                lockByInvoice(
                        failures.stream().map(CollectionFailure::account).toList(),
                        failures.stream().map(CollectionFailure::invoice).toList());
        var updated = new ArrayList<Receivable>();
        for (var failure : failures) {
            var receivable = known.get(failure.invoice());
            if (receivable == null || receivable.open().isZero()) {
                continue;
            }
            updated.add(receivable.failedAt(failure.at(), nextTry(receivable, failure)));
        }
        store.update(updated);
        return updated;
    }

    /** Null after a refusal for good (a stolen card): never tried again by itself. */
    private @Nullable Instant nextTry(Receivable receivable, CollectionFailure failure) {
        if (failure.hard()) {
            return null;
        }
        var first = receivable.firstFailedAt();
        return dunning.nextTry(
                        first == null ? failure.at() : first,
                        failure.at(),
                        receivable.failures() + 1,
                        receivable.zone())
                .orElse(null);
    }

    @Transactional(readOnly = true)
    public List<Receivable> of(AccountId account) {
        return store.ofAccount(account);
    }

    /** What has become of invoices of an account, by their ids. */
    @Transactional(readOnly = true)
    public Map<InvoiceId, Receivable> of(AccountId account, Collection<InvoiceId> invoices) {
        var found = new HashMap<InvoiceId, Receivable>();
        store.ofInvoices(account, invoices).forEach(r -> found.put(r.invoice(), r));
        return found;
    }

    /** What has become of invoices of many accounts, by their ids. */
    @Transactional(readOnly = true)
    public Map<InvoiceId, Receivable> of(
            Collection<AccountId> accounts, Collection<InvoiceId> invoices) {
        var found = new HashMap<InvoiceId, Receivable>();
        store.ofInvoices(accounts, invoices).forEach(r -> found.put(r.invoice(), r));
        return found;
    }

    /** What is still to be paid or given back, the oldest first. */
    @Transactional(readOnly = true)
    public List<Receivable> open(AccountId account) {
        return store.open(account);
    }

    private Receivable offset(Receivable giving, Receivable unpaid) {
        var give = giving.open().abs();
        var amount = give.compareTo(unpaid.open()) < 0 ? give : unpaid.open();
        ledger.insert(
                List.of(
                        Journal.offset(
                                Ids.next(clock),
                                giving.account(),
                                giving.invoice().value(),
                                unpaid.invoice().value(),
                                amount,
                                clock.instant())));
        var given = giving.usingBalance(amount.negated());
        var paid = unpaid.usingBalance(amount);
        store.update(List.of(given, paid));
        publishPaid(List.of(paid));
        return given;
    }

    private Map<UUID, Money> applied(
            List<Settlement> settlements, List<JournalEntry> entries, boolean inside) {
        var late = new LateMoney(inside);
        var known =
                lockByInvoice(
                        settlements.stream().map(Settlement::account).toList(),
                        settlements.stream().map(Settlement::invoice).toList());
        settlements.forEach(s -> known.computeIfPresent(s.invoice(), (i, r) -> late.settled(s, r)));
        var all = new ArrayList<>(entries);
        for (var kept : late.kept()) {
            all.add(Journal.fromBalance(Ids.next(clock), kept));
            ledger.keep(kept.account(), kept.amount().negated());
        }
        ledger.insert(all);
        store.update(List.copyOf(known.values()));
        publishPaid(known.values());
        return late.amounts();
    }

    private Map<InvoiceId, Receivable> lockByInvoice(
            List<AccountId> accounts, List<InvoiceId> invoices) {
        var known = new HashMap<InvoiceId, Receivable>();
        store.lock(accounts, invoices).forEach(r -> known.put(r.invoice(), r));
        return known;
    }

    private void publishPaid(Collection<Receivable> changed) {
        var settled = changed.stream().filter(receivable -> receivable.open().isZero()).toList();
        if (!settled.isEmpty()) {
            events.publishEvent(InvoicesPaid.of(settled));
        }
    }
}
