package keiyaku.value;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keiyaku.run.DueWork;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.value.CoinStore.Movement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Coins that expire are written off to income (S-9). */
@Component
@Order(31)
class CoinsDue implements DueWork {

    private final CoinStore store;
    private final CoinBooks books;
    private final Clock clock;

    CoinsDue(CoinStore store, CoinBooks books, Clock clock) {
        this.store = store;
        this.books = books;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "coins";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.nextExpiry();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.expired(now, limit);
    }

    @Override
    @Transactional
    public int perform(List<Subject> chunk, Instant now) {
        var lots = store.lockExpired(chunk, now);
        var movements = new ArrayList<Movement>();
        var booked = new ArrayList<CoinBooks.Movement>();
        for (var lot : lots) {
            var movement =
                    new Movement(
                            lot,
                            Ids.next(clock),
                            CoinMovementKind.EXPIRED,
                            lot.remaining().negated(),
                            null,
                            null,
                            clock.instant());
            movements.add(movement);
            booked.add(expired(lot, movement));
        }
        store.move(movements);
        store.update(lots.stream().map(l -> l.less(l.remaining())).toList());
        books.book(booked);
        return lots.size();
    }

    private static CoinBooks.Movement expired(CoinLot lot, Movement movement) {
        var zero = Money.zero(lot.amount().currency());
        var paidFor = lot.kind() == CoinKind.CHARGED;
        return new CoinBooks.Movement(
                lot.account(),
                CoinBooks.Kind.EXPIRED,
                movement.id(),
                paidFor ? lot.remaining() : zero,
                paidFor ? zero : lot.remaining(),
                movement.at());
    }

    @Override
    @Transactional
    public void park(Subject subject, String reason) {
        store.park(subject, reason);
    }

    @Override
    @Transactional
    public void unpark(Subject subject) {
        store.park(subject, null);
    }
}
