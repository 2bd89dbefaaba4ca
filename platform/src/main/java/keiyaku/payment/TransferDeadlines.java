package keiyaku.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keiyaku.billing.CreditNotes;
import keiyaku.billing.Receivables;
import keiyaku.run.DueWork;
import keiyaku.shared.MovableClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reminds of transfers that have not come, and lets them lapse after their last day (P-10). */
@Component
@Order(63)
class TransferDeadlines implements DueWork {

    /** While a payment by other means is on its way, which may settle it. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private final TransferStore store;
    private final TransferDays days;
    private final TransferMail mail;
    private final Receivables receivables;
    private final PaymentStore payments;
    private final CreditNotes creditNotes;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    TransferDeadlines(
            TransferStore store,
            TransferDays days,
            TransferMail mail,
            Receivables receivables,
            PaymentStore payments,
            CreditNotes creditNotes,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            MovableClock clock) {
        this.store = store;
        this.days = days;
        this.mail = mail;
        this.receivables = receivables;
        this.payments = payments;
        this.creditNotes = creditNotes;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "transfers";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.due().next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.due().due(now, limit);
    }

    @Override
    public int chunkSize() {
        return 16;
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        for (var subject : chunk) {
            transaction.executeWithoutResult(
                    status -> store.lockDue(subject, now).ifPresent(t -> advance(t, now)));
        }
        return chunk.size();
    }

    private void advance(Transfer transfer, Instant now) {
        var open =
                receivables.lockUnpaid(transfer.account()).stream()
                        .anyMatch(r -> r.invoice().equals(transfer.invoice()));
        if (!open) {
            store.update(with(transfer, TransferState.CLOSED), null);
        } else if (now.isBefore(days.lapse(transfer.lastOn()))) {
            mail.reminder(transfer);
            store.update(transfer, days.next(transfer.lastOn(), now));
        } else if (payments.inFlight(List.of(transfer.account())).contains(transfer.invoice())) {
            store.update(transfer, now.plus(AGAIN));
        } else {
            lapse(transfer);
        }
    }

    private void lapse(Transfer transfer) {
        creditNotes.takeBack(
                new CreditNotes.Wanted(
                        transfer.account(),
                        transfer.invoice(),
                        List.of(),
                        "transfer-lapsed",
                        true,
                        "run"));
        store.update(with(transfer, TransferState.LAPSED), null);
        mail.lapsed(transfer);
        events.publishEvent(
                new TransferLapsed(transfer.account(), transfer.invoice(), transfer.contract()));
    }

    private static Transfer with(Transfer transfer, TransferState state) {
        return transfer.withReceived(transfer.received(), state);
    }

    @Override
    public void park(Subject subject, String reason) {
        store.park(subject, reason, null);
    }

    @Override
    public void unpark(Subject subject) {
        store.park(subject, null, clock.instant());
    }
}
