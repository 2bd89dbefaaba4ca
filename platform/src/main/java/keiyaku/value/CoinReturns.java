package keiyaku.value;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import keiyaku.value.CoinStore.Movement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Coins that go back where they came from: out of their lots, then out of the books (S-9). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CoinReturns {

    private final CoinStore store;
    private final CoinBooks books;
    private final Clock clock;

    CoinReturns(CoinStore store, CoinBooks books, Clock clock) {
        this.store = store;
        this.books = books;
        this.clock = clock;
    }

    /** What was left of a charge: what was paid for, and what was given with it. */
    public record Taken(Money charged, Money bonus) {}

    /**
     * Takes all that is left of a charge out of its lots. Refused with {@code nothing-to-refund}
     * when none of the charged coins are left.
     */
    public Taken takeBack(AccountId account, UUID charge, UUID reference) {
        var lots = store.lockOfCharge(account, charge);
        var now = clock.instant();
        var left =
                lots.stream()
                        .filter(l -> l.remaining().isPositive() && l.expiresAt().isAfter(now))
                        .toList();
        if (left.stream().noneMatch(l -> l.kind() == CoinKind.CHARGED)) {
            throw new RefusedException(Refusal.of("nothing-to-refund"));
        }
        var zero = Money.zero(left.getFirst().amount().currency());
        var taken =
                new Taken(
                        CoinOffer.sum(left, CoinKind.CHARGED, zero),
                        CoinOffer.sum(left, CoinKind.BONUS, zero));
        store.move(
                left.stream()
                        .map(
                                l ->
                                        new Movement(
                                                l,
                                                Ids.next(clock),
                                                CoinMovementKind.REFUNDED,
                                                l.remaining().negated(),
                                                null,
                                                null,
                                                now))
                        .toList());
        store.update(left.stream().map(l -> l.less(l.remaining())).toList());
        book(account, CoinBooks.Kind.REFUNDED, reference, taken.charged(), taken.bonus());
        return taken;
    }

    /** The money has gone back to the method. */
    public void paidOut(AccountId account, UUID reference, Money amount) {
        book(account, CoinBooks.Kind.PAID_OUT, reference, amount, zero(amount));
    }

    /** The money stays in the member's balance. */
    public void kept(AccountId account, UUID reference, Money amount) {
        book(account, CoinBooks.Kind.KEPT, reference, amount, zero(amount));
    }

    private void book(
            AccountId account, CoinBooks.Kind kind, UUID reference, Money charged, Money bonus) {
        books.book(
                List.of(
                        new CoinBooks.Movement(
                                account, kind, reference, charged, bonus, clock.instant())));
    }

    private static Money zero(Money like) {
        return Money.zero(like.currency());
    }
}
