package keiyaku.billing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Issuer;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Ids;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import keiyaku.value.Reduction;
import keiyaku.value.Reductions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes invoices of charges, once and for good, and shows them (B-8 to B-11). */
@Component
public class Invoices {

    private final InvoiceStore store;
    private final ReceivableStore receivables;
    private final LedgerStore ledger;
    private final Lowered lowered;
    private final CoinsOnInvoices coins;
    private final InvoiceNumbers numbers;
    private final InvoiceMails mails;
    private final Catalogs catalogs;
    private final ObjectProvider<PaymentTerms> terms;
    private final Clock clock;
    private final Dunning dunning = Dunning.STANDARD;

    Invoices(
            InvoiceStore store,
            ReceivableStore receivables,
            LedgerStore ledger,
            Lowered lowered,
            CoinsOnInvoices coins,
            InvoiceNumbers numbers,
            InvoiceMails mails,
            Catalogs catalogs,
            ObjectProvider<PaymentTerms> terms,
            Clock clock) {
        this.store = store;
        this.receivables = receivables;
        this.ledger = ledger;
        this.lowered = lowered;
        this.coins = coins;
        this.numbers = numbers;
        this.mails = mails;
        this.catalogs = catalogs;
        this.terms = terms;
        this.clock = clock;
    }

    /** What lowered the charges of invoices, by invoice; those that nothing did are missing. */
    @Transactional(readOnly = true)
    public Map<InvoiceId, List<Reduction>> reductions(AccountId account, List<InvoiceId> ids) {
        return lowered.of(account, ids);
    }

    /** What an invoice of these charges would come to; nothing is written. */
    public InvoiceAmounts preview(InvoiceDraft draft) {
        return amounts(catalogs.current(), draft, lowered.preview(draft));
    }

    /**
     * Issues invoices in the caller's transaction, with what is open of them and their journal
     * entries. They are numbered, written and told of when it commits, so that what is given here
     * has no number yet. A charge that was made before is refused by the database (B-4).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Invoice> issue(List<InvoiceDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        var unnumbered = write(drafts);
        numbers.beforeCommit(unnumbered, mails::tell);
        return unnumbered.invoices();
    }

    /**
     * Issues one that the caller tells of by its number; nobody else can issue until it commits.
     */
    Invoice issueNumbered(InvoiceDraft draft) {
        return numbers.now(write(List.of(draft))).getFirst();
    }

    /** All of them but their own rows. */
    private InvoiceNumbers.Unnumbered write(List<InvoiceDraft> drafts) {
        var catalog = catalogs.current();
        var issuer = catalog.provider().issuer();
        var issuerId =
                store.issuer(
                        Ids.next(clock),
                        issuer.name(),
                        issuer.registrationNumber(),
                        issuer.address());
        var reduced = lowered.decide(drafts);
        var invoices = unnumbered(drafts, reduced, catalog);
        store.insertCharges(invoices);
        lowered.write(reduced, invoices);
        ledger.insert(invoices.stream().map(i -> Journal.issued(Ids.next(clock), i)).toList());
        var fresh = invoices.stream().map(i -> Receivable.of(i, dunning)).toList();
        receivables.insert(usingBalances(coins.settle(invoices, fresh)));
        return new InvoiceNumbers.Unnumbered(invoices, issuerId);
    }

    @Transactional(readOnly = true)
    public Optional<Invoice> invoice(AccountId account, InvoiceId id) {
        return store.invoice(account, id);
    }

    /** The numbers of accounts' invoices, for what is written about them. */
    @Transactional(readOnly = true)
    public Map<InvoiceId, String> numbers(
            Collection<AccountId> accounts, Collection<InvoiceId> invoices) {
        return store.numbers(accounts, invoices);
    }

    /** Newest first, from before an id where one is given. */
    @Transactional(readOnly = true)
    public List<Invoice> of(AccountId account, @Nullable InvoiceId before, int limit) {
        return store.ofAccount(account, before == null ? null : before.value(), limit);
    }

    /** Those after an id, newest first: the page before one that began with it. */
    @Transactional(readOnly = true)
    public List<Invoice> after(AccountId account, InvoiceId after, int limit) {
        return store.after(account, after.value(), limit);
    }

    /** Who issued an invoice, as it was called on that day. */
    @Transactional(readOnly = true)
    public Issuer issuer(Invoice invoice) {
        return store.issuer(invoice.account(), invoice.id());
    }

    private List<Invoice> unnumbered(
            List<InvoiceDraft> drafts, Reductions.Decided reduced, Catalog catalog) {
        var due = dueDays(drafts);
        var invoices = new ArrayList<Invoice>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var amounts = amounts(catalog, draft, reduced.of(i));
            var dueOn = due.of(draft).apply(draft.payableOn());
            invoices.add(invoice(draft, dueOn, amounts));
        }
        return invoices;
    }

    /** By when is paid: a contract's own terms, else those of its account, else at once. */
    private record DueDays(
            Map<AccountId, UnaryOperator<LocalDate>> ofAccounts,
            Map<ContractId, UnaryOperator<LocalDate>> ofContracts) {

        UnaryOperator<LocalDate> of(InvoiceDraft draft) {
            var contract = Charge.onlyContract(draft.charges());
            var own = contract == null ? null : ofContracts.get(contract);
            return own != null
                    ? own
                    : ofAccounts.getOrDefault(draft.account(), UnaryOperator.identity());
        }
    }

    private DueDays dueDays(List<InvoiceDraft> drafts) {
        var accounts = drafts.stream().map(InvoiceDraft::account).distinct().toList();
        var due = new DueDays(new HashMap<>(), new HashMap<>());
        terms.forEach(
                some -> {
                    due.ofAccounts().putAll(some.of(accounts));
                    due.ofContracts().putAll(some.ofContracts(accounts));
                });
        return due;
    }

    private Invoice invoice(InvoiceDraft draft, LocalDate dueOn, InvoiceAmounts amounts) {
        return new Invoice(
                new InvoiceId(Ids.next(clock)),
                draft.account(),
                "",
                draft.zone(),
                draft.issuedOn(),
                dueOn,
                clock.instant(),
                draft.payer(),
                amounts,
                draft.charges());
    }

    private static InvoiceAmounts amounts(
            Catalog catalog, InvoiceDraft draft, List<Reduction> reductions) {
        return Invoicing.amounts(
                draft.currency(),
                draft.charges(),
                reductions,
                category -> Taxes.rate(catalog, category, draft.issuedOn()));
    }

    /** What is kept for a member pays before the payment method does. */
    private List<Receivable> usingBalances(List<Receivable> fresh) {
        var payable = fresh.stream().filter(r -> r.open().isPositive()).toList();
        if (payable.isEmpty()) {
            return fresh;
        }
        var currency = payable.getFirst().total().currency().getCurrencyCode();
        var kept =
                ledger.lockKept(
                        payable.stream().map(Receivable::account).distinct().toList(), currency);
        return kept.isEmpty() ? fresh : fresh.stream().map(r -> usingBalance(r, kept)).toList();
    }

    private Receivable usingBalance(Receivable receivable, Map<UUID, Money> kept) {
        var left = kept.get(receivable.account().value());
        if (left == null || left.isZero() || !receivable.open().isPositive()) {
            return receivable;
        }
        var used = left.compareTo(receivable.open()) < 0 ? left : receivable.open();
        kept.put(receivable.account().value(), left.minus(used));
        ledger.keep(receivable.account(), used.negated());
        ledger.insert(
                List.of(
                        Journal.fromBalance(
                                Ids.next(clock),
                                new Settlement(
                                        receivable.account(),
                                        receivable.invoice(),
                                        receivable.invoice().value(),
                                        used,
                                        clock.instant()))));
        return receivable.usingBalance(used);
    }
}
