package keiyaku.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.billing.DisputeBooks;
import keiyaku.billing.Invoices;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import keiyaku.payment.Dispute.Decision;
import keiyaku.payment.gateway.CardGateway;
import keiyaku.payment.gateway.GatewayUnavailableException;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to disputes and refunds that come in from the acquirer, and their work list (B-23). */
@Component
public class Disputes {

    private static final Logger LOG = LoggerFactory.getLogger(Disputes.class);

    private final DisputeStore store;
    private final DisputeBooking booking;
    private final DisputeBooks books;
    private final CardGateway gateway;
    private final Invoices invoices;
    private final Notifications notifications;
    private final Clock clock;

    Disputes(
            DisputeStore store,
            DisputeBooking booking,
            DisputeBooks books,
            CardGateway gateway,
            Invoices invoices,
            Notifications notifications,
            MovableClock clock) {
        this.store = store;
        this.booking = booking;
        this.books = books;
        this.gateway = gateway;
        this.invoices = invoices;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** The acquirer says that there is news of a dispute: it is asked how it stands. */
    @Transactional(propagation = Propagation.NEVER)
    public void dispute(String gatewayId) {
        try {
            var now = gateway.dispute(gatewayId);
            now.ifPresent(d -> account(d.reference()).ifPresent(a -> booking.write(a, d)));
        } catch (GatewayUnavailableException e) {
            throw new RefusedException(Refusal.of("gateway-unavailable"));
        }
    }

    /** The acquirer says that a payment was refunded: by us, or at its own desk. */
    @Transactional(propagation = Propagation.NEVER)
    public void refunded(String gatewayPayment) {
        try {
            var now = gateway.payment(gatewayPayment);
            now.ifPresent(p -> account(p.reference()).ifPresent(a -> booking.write(a, p)));
        } catch (GatewayUnavailableException e) {
            throw new RefusedException(Refusal.of("gateway-unavailable"));
        }
    }

    /** Where the acquirer tells of its news; if it cannot be told, only its news are missed. */
    @Transactional(propagation = Propagation.NEVER)
    public void listenAt(String url, String secret) {
        try {
            gateway.tellAt(url, secret);
        } catch (GatewayUnavailableException e) {
            LOG.warn("the acquirer does not know where to tell of disputes: {}", e.getMessage());
        }
    }

    /** What an operator has to see to, the oldest first. */
    @Transactional(readOnly = true)
    public List<Dispute> toDo(int limit) {
        return store.toDo(limit);
    }

    /** Of one account, newest first. */
    @Transactional(readOnly = true)
    public List<Dispute> of(AccountId account) {
        return store.of(account);
    }

    /** An operator takes a row of the list. */
    @Transactional
    public void take(AccountId account, UUID id, String by) {
        store.take(locked(account, id), by, clock.instant());
    }

    /**
     * An operator says what follows from money that is gone. Refused with {@code dispute-not-lost},
     * and with {@code dispute-not-whole} when an invoice is to be unpaid again of whose payment
     * only a part was taken back.
     */
    @Transactional
    public void settle(AccountId account, UUID id, Decision decision, String by) {
        var dispute = locked(account, id);
        if (dispute.state() != Dispute.State.LOST) {
            throw new RefusedException(Refusal.of("dispute-not-lost"));
        }
        switch (decision) {
            case REOPEN -> reopen(dispute);
            case WRITE_OFF -> books.writtenOff(account, id, dispute.amount(), clock.instant());
        }
        store.settle(dispute, decision, by, clock.instant());
    }

    private void reopen(Dispute dispute) {
        var invoice = dispute.invoice();
        if (invoice == null || !store.isWhole(dispute)) {
            throw new RefusedException(Refusal.of("dispute-not-whole"));
        }
        store.reverse(dispute.account(), dispute.payment());
        books.unpaidAgain(
                dispute.account(), dispute.id(), invoice, dispute.amount(), clock.instant());
        var numbers = invoices.numbers(List.of(dispute.account()), List.of(invoice));
        notifications.mails(List.of(mail(dispute, invoice, numbers)));
    }

    private static NotificationRequest mail(
            Dispute dispute, InvoiceId invoice, Map<InvoiceId, String> numbers) {
        return NotificationRequest.of(
                dispute.account(),
                "payment-reversed",
                Map.of(
                        "invoice", numbers.getOrDefault(invoice, ""),
                        "amount", dispute.amount(),
                        "link", PagePath.of("/my/invoices/" + invoice)));
    }

    private Dispute locked(AccountId account, UUID id) {
        return store.lock(account, id)
                .orElseThrow(() -> new RefusedException(Refusal.of("dispute-unknown")));
    }

    /** Whose a payment is stands first in the reference that we gave it. */
    private static Optional<AccountId> account(String reference) {
        return PaymentReference.account(reference);
    }
}
