package keiyaku.billing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keiyaku.billing.JournalEntry.Posting;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import keiyaku.value.CoinKind;
import keiyaku.value.CoinPayments;
import keiyaku.value.CoinPayments.Payable;
import keiyaku.value.CoinPayments.Returning;
import keiyaku.value.CoinUse;
import org.springframework.stereotype.Component;

/**
 * Coins pay what they can of invoices just issued, before anything else does (B-9); of an invoice
 * below zero their share returns to them before money goes back (B-6).
 */
@Component
class CoinsOnInvoices {

    private final CoinPayments coins;
    private final InvoiceStore store;
    private final LedgerStore ledger;
    private final Clock clock;

    CoinsOnInvoices(CoinPayments coins, InvoiceStore store, LedgerStore ledger, Clock clock) {
        this.coins = coins;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The same receivables, in the same order, less what coins settled of them. */
    List<Receivable> settle(List<Invoice> invoices, List<Receivable> fresh) {
        var paid =
                coins.pay(
                        fresh.stream()
                                .filter(r -> r.open().isPositive())
                                .map(r -> new Payable(r.account(), r.invoice(), r.open()))
                                .toList());
        return settle(fresh, paid, coins.giveBack(returning(invoices)));
    }

    /** A credit note gives back of the invoice that it corrects. */
    Receivable settle(Invoice note, Receivable fresh, Invoice corrected) {
        if (!note.amounts().total().isNegative() || !corrected.amounts().total().isPositive()) {
            return fresh;
        }
        var returning =
                new Returning(
                        note.account(),
                        note.id(),
                        note.amounts().total().abs(),
                        corrected.id(),
                        corrected.amounts().total());
        return settle(List.of(fresh), List.of(), coins.giveBack(List.of(returning))).getFirst();
    }

    private List<Receivable> settle(
            List<Receivable> fresh, List<CoinUse> paid, List<CoinUse> returned) {
        if (paid.isEmpty() && returned.isEmpty()) {
            return fresh;
        }
        var byInvoice =
                Stream.concat(paid.stream(), returned.stream())
                        .collect(
                                Collectors.groupingBy(
                                        CoinUse::invoice, LinkedHashMap::new, Collectors.toList()));
        ledger.insert(byInvoice.values().stream().flatMap(this::entries).toList());
        return fresh.stream().map(r -> settled(r, byInvoice)).toList();
    }

    private static Receivable settled(
            Receivable receivable, Map<InvoiceId, List<CoinUse>> byInvoice) {
        var uses = byInvoice.get(receivable.invoice());
        return uses == null ? receivable : receivable.usingBalance(sum(uses));
    }

    private static Money sum(List<CoinUse> uses) {
        return uses.stream().map(CoinUse::amount).reduce(Money::plus).orElseThrow();
    }

    /** One for the account whose invoice it is, and one for each other whose coins paid. */
    private Stream<JournalEntry> entries(List<CoinUse> uses) {
        var payer = uses.getFirst().payer();
        var byOwner =
                uses.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CoinUse::lotOwner,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var postings = new ArrayList<Posting>();
        var entries = new ArrayList<JournalEntry>();
        byOwner.forEach(
                (owner, theirs) -> {
                    if (owner.equals(payer)) {
                        postings.addAll(coins(theirs));
                    } else {
                        postings.add(shared(sum(theirs)));
                        var lent = new ArrayList<>(coins(theirs));
                        lent.add(shared(sum(theirs).negated()));
                        entries.add(entry(owner, theirs.getFirst(), lent));
                    }
                });
        var first = uses.getFirst();
        postings.add(
                new Posting(
                        LedgerAccount.RECEIVABLE, sum(uses).negated(), first.invoice().value()));
        entries.add(entry(payer, first, postings));
        return entries.stream();
    }

    private static Posting shared(Money amount) {
        return new Posting(LedgerAccount.COINS_SHARED, amount, null);
    }

    private static List<Posting> coins(List<CoinUse> uses) {
        var byAccount = new LinkedHashMap<String, Money>();
        for (var use : uses) {
            var account =
                    use.kind() == CoinKind.CHARGED
                            ? LedgerAccount.COINS_CHARGED
                            : LedgerAccount.COINS_BONUS;
            byAccount.merge(account, use.amount(), Money::plus);
        }
        return byAccount.entrySet().stream()
                .map(e -> new Posting(e.getKey(), e.getValue(), null))
                .toList();
    }

    private JournalEntry entry(AccountId account, CoinUse like, List<Posting> postings) {
        return new JournalEntry(
                Ids.next(clock),
                account,
                like.amount().isNegative()
                        ? JournalEntry.Kind.COINS_RETURNED
                        : JournalEntry.Kind.COINS_USED,
                like.invoice().value(),
                like.at(),
                postings);
    }

    /** Invoices below zero, with the invoice of what they give back. */
    private List<Returning> returning(List<Invoice> invoices) {
        var givingBack = new HashMap<Charge, Invoice>();
        for (var invoice : invoices) {
            if (invoice.amounts().total().isNegative()) {
                invoice.charges().stream()
                        .filter(Lowered::givesBack)
                        .forEach(c -> givingBack.putIfAbsent(c, invoice));
            }
        }
        if (givingBack.isEmpty()) {
            return List.of();
        }
        var originals = store.originals(List.copyOf(givingBack.keySet()));
        var totals =
                store.totals(
                        originals.stream().map(o -> o.charge().account()).toList(),
                        originals.stream().map(InvoiceStore.Issued::invoice).toList());
        var returning = new LinkedHashMap<InvoiceId, Returning>();
        givingBack.forEach(
                (charge, invoice) ->
                        Lowered.original(charge, originals)
                                .map(o -> returning(invoice, o.invoice(), totals))
                                .filter(r -> r.total().isPositive())
                                .ifPresent(r -> returning.putIfAbsent(r.invoice(), r)));
        return List.copyOf(returning.values());
    }

    private static Returning returning(
            Invoice invoice, InvoiceId original, Map<InvoiceId, Money> totals) {
        return new Returning(
                invoice.account(),
                invoice.id(),
                invoice.amounts().total().abs(),
                original,
                Objects.requireNonNull(totals.get(original)));
    }
}
