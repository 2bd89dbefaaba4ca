package keiyaku.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keiyaku.billing.CreditNotes;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.billing.Settlement;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What an invoice below zero gives back: first it pays what is open of the same contract, then it
 * goes to the payments it came from, and what is left stays in the member's balance (B-6).
 */
@Component
class GivingBack {

    /** How long is waited for a payment that may still settle what would be offset. */
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final Receivables receivables;
    private final CreditNotes notes;
    private final PaymentStore payments;
    private final RefundStore refunds;
    private final TransactionOperations transaction;
    private final Clock clock;

    GivingBack(
            Receivables receivables,
            CreditNotes notes,
            PaymentStore payments,
            RefundStore refunds,
            TransactionOperations transaction,
            MovableClock clock) {
        this.receivables = receivables;
        this.notes = notes;
        this.payments = payments;
        this.refunds = refunds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Writes what is given back where, in a transaction of its own; gives the refunds to ask. */
    List<Refund> claim(Subject subject, Instant now) {
        var claimed =
                transaction.execute(
                        status -> {
                            var locked = receivables.lockCollectable(List.of(subject), now);
                            if (locked.isEmpty()) {
                                return Optional.of(List.<Refund>of());
                            }
                            var left = receivables.offset(locked.getFirst());
                            if (inFlight(left)) {
                                status.setRollbackOnly();
                                return Optional.<List<Refund>>empty();
                            }
                            return Optional.of(refunds(left));
                        });
        if (claimed != null && claimed.isPresent()) {
            return claimed.get();
        }
        receivables.collectAt(
                new AccountId(subject.account()), new InvoiceId(subject.id()), now.plus(WAIT));
        return List.of();
    }

    /**
     * Asked after the offset, which holds the contract's receivables: a payment of theirs is in
     * sight now, or cannot begin before the commit.
     */
    private boolean inFlight(Receivable owing) {
        return owing.contract() != null && payments.inFlight(owing.account(), owing.contract());
    }

    private List<Refund> refunds(Receivable owing) {
        if (owing.open().isZero()) {
            return List.of();
        }
        receivables.takeOff(List.of(owing));
        var toGiveBack = owing.open().abs();
        var captured =
                payments.lockRefundable(owing.account(), toGiveBack.currency().getCurrencyCode());
        var now = clock.instant();
        var asked =
                RefundSources.parts(captured, owing.contract(), corrected(owing), toGiveBack)
                        .stream()
                        .map(part -> refund(owing, part, now))
                        .toList();
        asked.forEach(r -> payments.refunded(r.account(), r.payment(), r.amount()));
        refunds.insert(asked, LookupPlan.afterClaim(now));
        keep(owing, toGiveBack.minus(sum(asked, toGiveBack)), now);
        return asked;
    }

    /** The invoice that a credit note corrects; null when it is none. */
    private @Nullable InvoiceId corrected(Receivable owing) {
        return notes.corrected(owing.account(), owing.invoice()).orElse(null);
    }

    private void keep(Receivable owing, Money rest, Instant now) {
        if (rest.isPositive()) {
            receivables.keepInBalance(
                    List.of(
                            new Settlement(
                                    owing.account(),
                                    owing.invoice(),
                                    Ids.next(clock),
                                    rest.negated(),
                                    now)));
        }
    }

    private Refund refund(Receivable owing, RefundSources.Part part, Instant now) {
        return new Refund(
                owing.account(),
                Ids.next(clock),
                part.payment().id(),
                owing.invoice(),
                part.amount(),
                Refund.State.TRYING,
                null,
                now,
                null);
    }

    private static Money sum(List<Refund> refunds, Money like) {
        return refunds.stream()
                .map(Refund::amount)
                .reduce(Money.zero(like.currency()), Money::plus);
    }
}
