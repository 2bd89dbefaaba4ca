package keiyaku.billing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import keiyaku.billing.JournalEntry.Posting;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.value.CoinBooks;
import org.springframework.stereotype.Component;

/** Books coins that come and go without an invoice: they are owed to the member until used. */
@Component
class CoinsInLedger implements CoinBooks {

    private final LedgerStore ledger;
    private final Clock clock;

    CoinsInLedger(LedgerStore ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void book(List<Movement> movements) {
        ledger.insert(movements.stream().map(this::entry).toList());
    }

    private JournalEntry entry(Movement movement) {
        var charged = movement.charged();
        var bonus = movement.bonus();
        var both = charged.plus(bonus);
        var postings = new ArrayList<Posting>();
        var kind =
                switch (movement.kind()) {
                    case CHARGED -> {
                        owed(postings, charged.negated(), bonus.negated());
                        add(postings, LedgerAccount.CASH_IN_TRANSIT, charged);
                        yield JournalEntry.Kind.COINS_CHARGED;
                    }
                    case CHARGED_FROM_BALANCE -> {
                        owed(postings, charged.negated(), bonus.negated());
                        add(postings, LedgerAccount.DEPOSITS, charged);
                        ledger.keep(movement.account(), charged.negated());
                        yield JournalEntry.Kind.COINS_CHARGED;
                    }
                    case REFUNDED -> {
                        owed(postings, charged, bonus);
                        add(postings, LedgerAccount.COINS_REFUNDING, charged.negated());
                        add(postings, LedgerAccount.COINS_GIVEN, bonus.negated());
                        yield JournalEntry.Kind.COINS_REFUNDED;
                    }
                    case PAID_OUT -> {
                        add(postings, LedgerAccount.COINS_REFUNDING, charged);
                        add(postings, LedgerAccount.CASH_IN_TRANSIT, charged.negated());
                        yield JournalEntry.Kind.COINS_PAID_OUT;
                    }
                    case KEPT -> {
                        add(postings, LedgerAccount.COINS_REFUNDING, charged);
                        add(postings, LedgerAccount.DEPOSITS, charged.negated());
                        ledger.keep(movement.account(), charged);
                        yield JournalEntry.Kind.COINS_PAID_OUT;
                    }
                    case GIVEN -> {
                        owed(postings, charged.negated(), bonus.negated());
                        add(postings, LedgerAccount.COINS_GIVEN, bonus);
                        yield JournalEntry.Kind.COINS_GIVEN;
                    }
                    case EXPIRED -> {
                        owed(postings, charged, bonus);
                        add(postings, LedgerAccount.COINS_EXPIRED, both.negated());
                        yield JournalEntry.Kind.COINS_EXPIRED;
                    }
                };
        return new JournalEntry(
                Ids.next(clock),
                movement.account(),
                kind,
                movement.reference(),
                movement.at(),
                postings);
    }

    private static void owed(List<Posting> postings, Money charged, Money bonus) {
        add(postings, LedgerAccount.COINS_CHARGED, charged);
        add(postings, LedgerAccount.COINS_BONUS, bonus);
    }

    private static void add(List<Posting> postings, String account, Money amount) {
        if (!amount.isZero()) {
            postings.add(new Posting(account, amount, null));
        }
    }
}
