package keiyaku.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import keiyaku.billing.JournalEntry.Kind;
import keiyaku.billing.JournalEntry.Posting;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of payouts: cash in transit comes to the bank, less what the acquirer keeps. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PayoutBooks {

    private final LedgerStore ledger;
    private final MovableClock clock;

    PayoutBooks(LedgerStore ledger, MovableClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * An account's part of a payout; amounts below zero were kept back by the acquirer.
     *
     * @param reference the file's, which counts once for an account
     * @param moved leaves cash in transit
     * @param fee kept of it, and not yet booked
     */
    public record Part(AccountId account, UUID reference, Money moved, Money fee) {}

    public void paidOut(List<Part> parts, Instant at) {
        ledger.insert(
                parts.stream()
                        .filter(part -> !part.moved().isZero() || !part.fee().isZero())
                        .map(part -> entry(part, at))
                        .toList());
    }

    private JournalEntry entry(Part part, Instant at) {
        var postings = new ArrayList<Posting>();
        postings.add(
                new Posting(LedgerAccount.BANK, part.moved().plus(part.fee().negated()), null));
        if (!part.fee().isZero()) {
            postings.add(new Posting(LedgerAccount.ACQUIRER_FEES, part.fee(), null));
        }
        postings.add(new Posting(LedgerAccount.CASH_IN_TRANSIT, part.moved().negated(), null));
        return new JournalEntry(
                Ids.next(clock), part.account(), Kind.SETTLED, part.reference(), at, postings);
    }
}
