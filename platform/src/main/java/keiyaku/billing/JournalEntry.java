package keiyaku.billing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/** One movement: postings of one account and currency that add up to zero (B-30, B-31). */
record JournalEntry(
        UUID id, AccountId account, Kind kind, UUID reference, Instant at, List<Posting> postings) {

    JournalEntry {
        postings = List.copyOf(postings);
        var sum = postings.stream().map(Posting::amount).reduce(Money::plus);
        if (sum.isEmpty() || !sum.get().isZero()) {
            throw new IllegalArgumentException("an entry that does not balance: " + postings);
        }
    }

    /** What moved. The reference is the invoice's, payment's or refund's id. */
    enum Kind {
        INVOICE,
        CREDIT_NOTE,
        PAYMENT,
        REFUND,
        OFFSET,
        /** Passed on to the managing account, which has a bill for it. */
        PASSED_ON,
        BALANCE_KEPT,
        BALANCE_USED,
        COINS_CHARGED,
        COINS_GIVEN,
        COINS_USED,
        COINS_RETURNED,
        COINS_EXPIRED,
        /** Unused ones are given back, with what was given with them. */
        COINS_REFUNDED,
        /** The money of refunded coins has gone, or is kept. */
        COINS_PAID_OUT,
        /** The acquirer paid out what it had taken, less its fees. */
        SETTLED,
        /** The acquirer took money back. */
        DISPUTED,
        DISPUTE_WON,
        WRITTEN_OFF,
        UNPAID_AGAIN,
        /** Came into the bank for a member. */
        DEPOSIT,
        /** A deposit pays an invoice. */
        DEPOSIT_USED,
        /** An operator sent back what was kept. */
        DEPOSIT_RETURNED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Debit positive, credit negative. A receivable's posting names its invoice. */
    record Posting(String ledgerAccount, Money amount, @Nullable UUID invoice) {}
}
