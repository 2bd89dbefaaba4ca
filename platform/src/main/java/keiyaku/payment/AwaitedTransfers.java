package keiyaku.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import keiyaku.billing.Receivable;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;

/** Opens transfers: gives out a number for each, and tells the member at once (P-10). */
@Component
class AwaitedTransfers {

    private static final int NUMBERS = 10_000_000;

    /** A number is another's so often only when the block is all but used up. */
    private static final int TRIES = 1_000;

    private final TransferStore store;
    private final TransferDays days;
    private final TransferTerms terms;
    private final TransferMail mail;
    private final Clock clock;

    AwaitedTransfers(
            TransferStore store,
            TransferDays days,
            TransferTerms terms,
            TransferMail mail,
            MovableClock clock) {
        this.store = store;
        this.days = days;
        this.terms = terms;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Awaits transfers for those locked receivables whose contracts are paid so; gives all others.
     */
    List<Receivable> awaitWhereChosen(List<Receivable> owed, MethodChoice.Chosen chosen) {
        var byTransfer = owed.stream().filter(chosen::byTransfer).toList();
        if (byTransfer.isEmpty()) {
            return owed;
        }
        var known =
                store.known(
                        byTransfer.stream().map(Receivable::account).distinct().toList(),
                        byTransfer.stream().map(Receivable::invoice).toList());
        byTransfer.stream().filter(r -> !known.contains(r.invoice())).forEach(this::await);
        var others = new ArrayList<>(owed);
        others.removeAll(byTransfer);
        return others;
    }

    /** For a locked receivable that is open and off the plan. */
    Transfer await(Receivable owed) {
        var now = clock.instant();
        var today = now.atZone(owed.zone()).toLocalDate();
        var lastOn = latest(owed.dueOn(), days.lastDay(today));
        var id = Ids.next(clock);
        var transfer =
                new Transfer(
                        owed.account(),
                        id,
                        owed.invoice(),
                        owed.contract(),
                        store.to(number(owed.account(), id)),
                        store.holder(),
                        owed.open(),
                        Money.zero(owed.open().currency()),
                        TransferState.AWAITING,
                        lastOn,
                        now);
        store.insert(transfer, days.next(lastOn, now));
        mail.awaited(transfer);
        return transfer;
    }

    /** Made of the id, so that transfers at one time wait for no common counter. */
    private String number(AccountId account, UUID transfer) {
        long start = Math.floorMod(transfer.getLeastSignificantBits(), NUMBERS);
        for (int i = 0; i < TRIES; i++) {
            var number = terms.branchCode() + "%07d".formatted((start + i) % NUMBERS);
            if (store.reserve(number, account, transfer)) {
                return number;
            }
        }
        throw new IllegalStateException("the block of account numbers is used up");
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
