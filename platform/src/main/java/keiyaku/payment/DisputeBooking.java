package keiyaku.payment;

import java.time.Clock;
import java.util.UUID;
import keiyaku.billing.DisputeBooks;
import keiyaku.payment.DisputeStore.Paid;
import keiyaku.payment.gateway.CardGateway;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what the acquirer says of disputes and refunds. It is asked for how a thing stands now,
 * and only what is new of that is written: told twice or in the wrong order, it comes to the same.
 */
@Component
class DisputeBooking {

    private static final Logger LOG = LoggerFactory.getLogger(DisputeBooking.class);

    private final DisputeStore store;
    private final PaymentStore payments;
    private final DisputeBooks books;
    private final Clock clock;

    DisputeBooking(
            DisputeStore store, PaymentStore payments, DisputeBooks books, MovableClock clock) {
        this.store = store;
        this.payments = payments;
        this.books = books;
        this.clock = clock;
    }

    @Transactional
    public void write(AccountId account, CardGateway.DisputeNow now) {
        var paid = store.lockPaid(account, now.payment());
        if (paid.isEmpty()) {
            LOG.error("a dispute of a payment that is not ours: {}", now.id());
            return;
        }
        var known =
                store.lock(account, now.id())
                        .orElseGet(
                                () ->
                                        open(
                                                account,
                                                Dispute.Kind.DISPUTE,
                                                now.id(),
                                                paid.get(),
                                                now.amount(),
                                                now.fee(),
                                                now.reason()));
        if (known.state() != Dispute.State.OPEN) {
            return;
        }
        switch (now.status()) {
            case "won" -> won(known);
            case "lost" -> store.close(known, Dispute.State.LOST, clock.instant());
            default -> {
                // Still open: there is nothing new.
            }
        }
    }

    /** What was given back at the acquirer's desk, beyond what we had given back ourselves. */
    @Transactional
    public void write(AccountId account, CardGateway.PaymentNow now) {
        var paid = store.lockPaid(account, now.id());
        if (paid.isEmpty()) {
            LOG.error("a refund of a payment that is not ours: {}", now.id());
            return;
        }
        var payment = paid.get().id();
        long fresh =
                now.refunded().minor()
                        - store.ourRefunds(account, payment)
                        - store.knownDeskRefunds(account, payment);
        if (fresh > 0) {
            var amount = new Money(fresh, now.refunded().currency());
            var opened =
                    open(
                            account,
                            Dispute.Kind.REFUND,
                            now.id() + " " + now.refunded().minor(),
                            paid.get(),
                            amount,
                            Money.zero(amount.currency()),
                            "refunded-at-gateway");
            store.close(opened, Dispute.State.LOST, clock.instant());
        }
    }

    /** A debit that was collected and is given back; told twice, it is one. */
    @Transactional
    public void returned(Payment payment, String gatewayId, String reason) {
        var account = payment.account();
        var paid = store.lockPaid(account, gatewayId);
        var name = "returned " + gatewayId;
        if (paid.isEmpty() || store.lock(account, name).isPresent()) {
            return;
        }
        var none = Money.zero(payment.amount().currency());
        var opened =
                open(
                        account,
                        Dispute.Kind.RETURN,
                        name,
                        paid.get(),
                        payment.amount(),
                        none,
                        reason);
        store.close(opened, Dispute.State.LOST, clock.instant());
    }

    private Dispute open(
            AccountId account,
            Dispute.Kind kind,
            String gatewayId,
            Paid paid,
            Money amount,
            Money fee,
            String reason) {
        long left = paid.amount() - paid.refunded();
        var held = new Money(Math.clamp(amount.minor(), 0, left), amount.currency());
        UUID id = Ids.next(clock);
        var dispute =
                new Dispute(
                        account,
                        id,
                        kind,
                        gatewayId,
                        paid.id(),
                        paid.invoice(),
                        amount,
                        held,
                        fee,
                        reason,
                        Dispute.State.OPEN,
                        clock.instant(),
                        null);
        store.insert(dispute);
        if (held.isPositive()) {
            payments.refunded(account, paid.id(), held);
        }
        if (kind == Dispute.Kind.RETURN) {
            books.takenAtBank(account, id, amount, clock.instant());
        } else {
            books.taken(account, id, amount, fee, clock.instant());
        }
        return dispute;
    }

    private void won(Dispute dispute) {
        store.close(dispute, Dispute.State.WON, clock.instant());
        if (dispute.held().isPositive()) {
            payments.refunded(dispute.account(), dispute.payment(), dispute.held().negated());
        }
        books.cameBack(dispute.account(), dispute.id(), dispute.amount(), clock.instant());
    }
}
