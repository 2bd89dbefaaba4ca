package keiyaku.value;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.CoinRules;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.value.CoinStore.Movement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to coins: what may be charged, the arrival of what was, lots and their uses (S-5). */
@Component
public class Coins {

    private final CoinStore store;
    private final CoinBooks books;
    private final Catalogs catalogs;
    private final Clock clock;

    Coins(CoinStore store, CoinBooks books, Catalogs catalogs, Clock clock) {
        this.store = store;
        this.books = books;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** What is left of an account's coins. */
    public record Outstanding(AccountId account, Money charged, Money bonus) {}

    /** How coins are sold; empty where they are not. */
    public Optional<CoinRules> rules() {
        return Optional.ofNullable(catalogs.current().coins());
    }

    /** What would be given with a charge. */
    public Money bonus(Money amount) {
        return CoinOffer.bonus(required(), amount);
    }

    /**
     * Whether so much may be charged; the account's charges are held back until the commit.
     *
     * @param onItsWay what was charged and has not arrived
     * @throws keiyaku.shared.RefusedException coin-limit, coins-not-offered
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void check(AccountId account, Money amount, Money onItsWay) {
        store.holdBack(account);
        var zero = Money.zero(amount.currency());
        var lots = store.ofAccount(account);
        var held =
                CoinOffer.sum(lots, CoinKind.CHARGED, zero)
                        .plus(CoinOffer.sum(lots, CoinKind.BONUS, zero));
        CoinOffer.check(required(), amount, held.plus(onItsWay));
    }

    /**
     * The money for a charge was captured: its coins are there, with what is given with them. A
     * second arrival of one charge is refused by the database.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrive(AccountId account, UUID charge, Money amount) {
        arrive(account, charge, amount, CoinBooks.Kind.CHARGED);
    }

    /** As {@link #arrive}, for coins that are paid from what is kept for the member. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void arriveFromBalance(AccountId account, UUID charge, Money amount) {
        arrive(account, charge, amount, CoinBooks.Kind.CHARGED_FROM_BALANCE);
    }

    private void arrive(AccountId account, UUID charge, Money amount, CoinBooks.Kind how) {
        var now = clock.instant();
        var lots = new ArrayList<CoinLot>();
        lots.add(lot(account, charge, CoinKind.CHARGED, amount, now));
        var given = bonus(amount);
        var zero = Money.zero(amount.currency());
        var booked = new ArrayList<CoinBooks.Movement>();
        booked.add(new CoinBooks.Movement(account, how, charge, amount, zero, now));
        if (given.isPositive()) {
            lots.add(lot(account, charge, CoinKind.BONUS, given, now));
            booked.add(
                    new CoinBooks.Movement(
                            account, CoinBooks.Kind.GIVEN, charge, zero, given, now));
        }
        store.insert(lots);
        store.move(
                lots.stream().map(l -> movement(l, CoinMovementKind.CHARGED, l.amount())).toList());
        books.book(booked);
    }

    /** All lots of an account, in the order of their charges. */
    @Transactional(readOnly = true)
    public List<CoinLot> lots(AccountId account) {
        return store.ofAccount(account);
    }

    /** What is left of an account's coins, in the provider's currency. */
    @Transactional(readOnly = true)
    public Outstanding of(AccountId account) {
        var zero = Money.zero(catalogs.current().provider().currency());
        var lots = store.ofAccount(account);
        return new Outstanding(
                account,
                CoinOffer.sum(lots, CoinKind.CHARGED, zero),
                CoinOffer.sum(lots, CoinKind.BONUS, zero));
    }

    /** What coins paid for an account, and what of that returned, in order. */
    @Transactional(readOnly = true)
    public List<CoinUse> uses(AccountId account) {
        return store.uses(account);
    }

    /** Whether coins pay an account's invoices by themselves. */
    @Transactional(readOnly = true)
    public boolean automatic(AccountId account) {
        return store.automatic(account);
    }

    @Transactional
    public void automatic(AccountId account, boolean on) {
        store.automatic(account, on);
    }

    /** Of all accounts that hold any, ordered by account; the caller closes it. */
    public Stream<Outstanding> outstanding() {
        return store.outstanding();
    }

    private CoinRules required() {
        return rules().orElseThrow(() -> new ValueRefusal.CoinsNotOffered().thrown());
    }

    /** Days count, not hours: what is charged on one day expires on one day. */
    private CoinLot lot(
            AccountId account, UUID charge, CoinKind kind, Money amount, Instant chargedAt) {
        var zone = catalogs.current().provider().zone();
        var expiresAt =
                chargedAt
                        .atZone(zone)
                        .toLocalDate()
                        .plusMonths(required().expires().months())
                        .atStartOfDay(zone)
                        .toInstant();
        return new CoinLot(
                account, Ids.next(clock), charge, kind, amount, amount, chargedAt, expiresAt);
    }

    private Movement movement(CoinLot lot, CoinMovementKind kind, Money amount) {
        return new Movement(lot, Ids.next(clock), kind, amount, null, null, clock.instant());
    }
}
