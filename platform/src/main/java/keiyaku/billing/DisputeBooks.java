package keiyaku.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import keiyaku.billing.JournalEntry.Kind;
import keiyaku.billing.JournalEntry.Posting;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of money that the acquirer took back (B-23): it is disputed until it came back, is a
 * loss, or is owed by the member again. A reference is the dispute's id, and counts once a kind.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DisputeBooks {

    private final LedgerStore ledger;
    private final ReceivableStore receivables;
    private final MovableClock clock;

    DisputeBooks(LedgerStore ledger, ReceivableStore receivables, MovableClock clock) {
        this.ledger = ledger;
        this.receivables = receivables;
        this.clock = clock;
    }

    /** The acquirer withdrew the amount and its fee. */
    public void taken(AccountId account, UUID reference, Money amount, Money fee, Instant at) {
        var postings = new ArrayList<Posting>();
        postings.add(new Posting(LedgerAccount.DISPUTED, amount, null));
        if (fee.isPositive()) {
            postings.add(new Posting(LedgerAccount.DISPUTE_FEES, fee, null));
        }
        postings.add(new Posting(LedgerAccount.CASH_IN_TRANSIT, amount.plus(fee).negated(), null));
        ledger.insert(
                List.of(
                        new JournalEntry(
                                Ids.next(clock), account, Kind.DISPUTED, reference, at, postings)));
    }

    /** A bank took back what it had debited. */
    public void takenAtBank(AccountId account, UUID reference, Money amount, Instant at) {
        enter(account, Kind.DISPUTED, reference, LedgerAccount.BANK, amount.negated(), at);
    }

    /** The dispute was won; the fee stays with the acquirer. */
    public void cameBack(AccountId account, UUID reference, Money amount, Instant at) {
        enter(account, Kind.DISPUTE_WON, reference, LedgerAccount.CASH_IN_TRANSIT, amount, at);
    }

    public void writtenOff(AccountId account, UUID reference, Money amount, Instant at) {
        enter(account, Kind.WRITTEN_OFF, reference, LedgerAccount.WRITE_OFFS, amount, at);
    }

    /** The invoice is open again by the amount. It is not collected by itself. */
    public void unpaidAgain(
            AccountId account, UUID reference, InvoiceId invoice, Money amount, Instant at) {
        var owed = receivables.lock(List.of(account), List.of(invoice)).getFirst();
        var today = at.atZone(owed.zone()).toLocalDate();
        receivables.update(
                List.of(owed.reopened(amount, Dunning.STANDARD.suspension(today, owed.zone()))));
        ledger.insert(
                List.of(
                        new JournalEntry(
                                Ids.next(clock),
                                account,
                                Kind.UNPAID_AGAIN,
                                reference,
                                at,
                                List.of(
                                        new Posting(
                                                LedgerAccount.RECEIVABLE, amount, invoice.value()),
                                        new Posting(
                                                LedgerAccount.DISPUTED, amount.negated(), null)))));
    }

    private void enter(
            AccountId account, Kind kind, UUID reference, String to, Money amount, Instant at) {
        ledger.insert(
                List.of(
                        new JournalEntry(
                                Ids.next(clock),
                                account,
                                kind,
                                reference,
                                at,
                                List.of(
                                        new Posting(to, amount, null),
                                        new Posting(
                                                LedgerAccount.DISPUTED, amount.negated(), null)))));
    }
}
