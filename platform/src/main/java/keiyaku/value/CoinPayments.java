package keiyaku.value;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import keiyaku.value.CoinShareStore.Share;
import keiyaku.value.CoinStore.Movement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coins pay invoices, many at once, and take back their share of what is given back (S-7, B-6). Of
 * accounts that hold none this costs their share of one read by index.
 */
@Component
public class CoinPayments {

    private final CoinStore store;
    private final CoinShareStore shared;
    private final Clock clock;

    CoinPayments(CoinStore store, CoinShareStore shared, Clock clock) {
        this.store = store;
        this.shared = shared;
        this.clock = clock;
    }

    /** An invoice and what is open of it, above zero. */
    public record Payable(AccountId account, InvoiceId invoice, Money open) {}

    /**
     * An invoice that gives back of another one.
     *
     * @param givenBack above zero
     * @param of the invoice that is given back of, and its total
     */
    public record Returning(
            AccountId account, InvoiceId invoice, Money givenBack, InvoiceId of, Money total) {}

    /** Pays what is open of invoices just issued; gives what each lot paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CoinUse> pay(List<Payable> payables) {
        if (payables.isEmpty()) {
            return List.of();
        }
        var accounts = payables.stream().map(Payable::account).distinct().toList();
        var currency = payables.getFirst().open().currency().getCurrencyCode();
        var lots = new LinkedHashMap<UUID, CoinLot>();
        var shares = shared.with(accounts);
        lock(accounts, shares, currency).forEach(l -> lots.put(l.id(), l));
        if (lots.isEmpty()) {
            return List.of();
        }
        var uses = new ArrayList<CoinUse>();
        for (var payable : payables) {
            var usable =
                    lots.values().stream()
                            .filter(l -> isUsable(l, payable.account(), shares))
                            .toList();
            for (var part : CoinPaying.pay(usable, payable.open())) {
                lots.put(part.lot().id(), part.lot().less(part.amount()));
                uses.add(
                        use(
                                payable.account(),
                                payable.invoice(),
                                payable.invoice(),
                                part.lot(),
                                part.amount()));
            }
        }
        write(uses, lots);
        return uses;
    }

    private List<CoinLot> lock(List<AccountId> accounts, List<Share> shares, String currency) {
        return shares.isEmpty()
                ? store.lockPaying(accounts, currency, clock.instant())
                : store.lockPaying(accounts, shares, currency, clock.instant());
    }

    /** An account's own, and those of a manager's charge that is shared with it (S-10). */
    private static boolean isUsable(CoinLot lot, AccountId payer, List<Share> shares) {
        return lot.account().equals(payer)
                || shares.contains(new Share(payer, lot.account(), lot.charge()));
    }

    /** Returns the coins' share of what invoices give back; gives it, below zero. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CoinUse> giveBack(List<Returning> returning) {
        if (returning.isEmpty()) {
            return List.of();
        }
        var before =
                store
                        .usesOf(
                                returning.stream().map(Returning::account).toList(),
                                returning.stream().map(Returning::of).toList())
                        .stream()
                        .collect(Collectors.groupingBy(CoinUse::of));
        var lots = lock(before.values().stream().flatMap(Collection::stream).toList());
        var uses = new ArrayList<CoinUse>();
        for (var each : returning) {
            var paid = before.getOrDefault(each.of(), List.of());
            var share = CoinPaying.share(each.givenBack(), paidByCoins(paid, each), each.total());
            for (var back : CoinPaying.giveBack(paid, share)) {
                var lot = lots.get(back.use().lot());
                if (lot == null) {
                    throw new IllegalStateException("a use of no lot: " + back.use());
                }
                lots.put(lot.id(), lot.less(back.amount().negated()));
                uses.add(
                        use(
                                each.account(),
                                each.invoice(),
                                each.of(),
                                lot,
                                back.amount().negated()));
            }
        }
        write(uses, lots);
        return uses;
    }

    /** What coins paid of invoices in all; below zero where it returned on them. */
    @Transactional(readOnly = true)
    public Map<InvoiceId, Money> paid(AccountId account) {
        var paid = new HashMap<InvoiceId, Money>();
        store.uses(account).forEach(u -> paid.merge(u.invoice(), u.amount(), Money::plus));
        return paid;
    }

    private Map<UUID, CoinLot> lock(List<CoinUse> uses) {
        var lots = new HashMap<UUID, CoinLot>();
        if (!uses.isEmpty()) {
            store.lock(
                            uses.stream().map(CoinUse::lotOwner).toList(),
                            uses.stream().map(CoinUse::lot).toList())
                    .forEach(l -> lots.put(l.id(), l));
        }
        return lots;
    }

    private static Money paidByCoins(List<CoinUse> uses, Returning like) {
        return uses.stream()
                .map(CoinUse::amount)
                .filter(Money::isPositive)
                .reduce(Money.zero(like.total().currency()), Money::plus);
    }

    private CoinUse use(
            AccountId payer, InvoiceId invoice, InvoiceId of, CoinLot lot, Money amount) {
        return new CoinUse(
                payer,
                Ids.next(clock),
                invoice,
                of,
                lot.account(),
                lot.id(),
                lot.kind(),
                amount,
                clock.instant());
    }

    private void write(List<CoinUse> uses, Map<UUID, CoinLot> lots) {
        var touched = uses.stream().map(CoinUse::lot).distinct().toList();
        store.update(touched.stream().map(id -> Objects.requireNonNull(lots.get(id))).toList());
        store.use(uses);
        store.move(uses.stream().map(u -> movement(u, lots)).toList());
    }

    private Movement movement(CoinUse use, Map<UUID, CoinLot> lots) {
        return new Movement(
                Objects.requireNonNull(lots.get(use.lot())),
                Ids.next(clock),
                use.amount().isPositive() ? CoinMovementKind.USED : CoinMovementKind.RETURNED,
                use.amount().negated(),
                use.payer(),
                use.invoice(),
                use.at());
    }
}
