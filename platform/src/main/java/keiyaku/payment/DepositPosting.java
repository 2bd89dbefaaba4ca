package keiyaku.payment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.billing.Settlement;
import keiyaku.payment.Payment.PaidBy;
import keiyaku.payment.PaymentStore.Result;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a transfer does: it comes into the member's balance, pays what is open, the oldest first,
 * and what is left is kept for the next invoice (P-8). One into the number of a transfer pays that
 * transfer's invoice alone (P-10).
 */
@Component
class DepositPosting {

    private final DepositStore store;
    private final MethodStore methods;
    private final TransferStore transfers;
    private final TransferDays days;
    private final TransferMail transferMail;
    private final PaymentStore payments;
    private final Receivables receivables;
    private final PaymentMail mail;
    private final Clock clock;

    DepositPosting(
            DepositStore store,
            MethodStore methods,
            TransferStore transfers,
            TransferDays days,
            TransferMail transferMail,
            PaymentStore payments,
            Receivables receivables,
            PaymentMail mail,
            MovableClock clock) {
        this.store = store;
        this.methods = methods;
        this.transfers = transfers;
        this.days = days;
        this.transferMail = transferMail;
        this.payments = payments;
        this.receivables = receivables;
        this.mail = mail;
        this.clock = clock;
    }

    /** By its number; one that is nobody's goes on the operators' list. */
    @Transactional
    public void post(Deposit deposit) {
        var owner = store.owner(deposit.number());
        if (owner.isEmpty()) {
            store.insertUnknown(deposit, "unknown-number");
        } else if (!store.isUnknown(deposit.notice())) {
            var transfer = owner.get().transfer();
            if (transfer == null) {
                post(owner.get().account(), deposit);
            } else {
                post(owner.get().account(), transfer, deposit);
            }
        }
    }

    /** For one invoice; what it does not need is kept, and said. */
    private void post(AccountId account, UUID number, Deposit deposit) {
        var transfer = transfers.lock(account, number);
        if (!store.insert(account, deposit)) {
            return;
        }
        receivables.deposited(account, deposit.id(), deposit.amount(), deposit.at());
        var paidBy = paidBy(transfer);
        var owed =
                receivables.lockUnpaid(account).stream()
                        .filter(r -> r.invoice().equals(transfer.invoice()))
                        .toList();
        var left = pay(account, owed, deposit.amount(), paidBy);
        var stillOpen =
                !owed.isEmpty()
                        && owed.getFirst().open().compareTo(deposit.amount().minus(left)) > 0;
        var state = state(transfer, !owed.isEmpty(), stillOpen);
        var after = transfer.withReceived(transfer.received().plus(deposit.amount()), state);
        transfers.update(after, stillOpen ? days.next(transfer.lastOn(), clock.instant()) : null);
        if (left.isPositive()) {
            transferMail.kept(after, left);
        } else if (stillOpen) {
            transferMail.partial(after, deposit.amount());
        }
    }

    private static TransferState state(Transfer before, boolean wasOpen, boolean stillOpen) {
        if (wasOpen) {
            return stillOpen ? before.state() : TransferState.DEPOSITED;
        }
        return before.state() == TransferState.AWAITING ? TransferState.CLOSED : before.state();
    }

    private static PaidBy paidBy(Transfer transfer) {
        var number = transfer.to().number();
        return new PaidBy(
                new MethodId(transfer.id()),
                MethodKind.TRANSFER,
                null,
                number.substring(number.length() - 4));
    }

    /** For a member; told twice, it is posted once. */
    @Transactional
    public void post(AccountId account, Deposit deposit) {
        methods.lock(account);
        if (!store.insert(account, deposit)) {
            return;
        }
        receivables.deposited(account, deposit.id(), deposit.amount(), deposit.at());
        pay(account, receivables.lockUnpaid(account), deposit.amount(), paidBy(account));
    }

    /** The money may have been used long ago, so a person decides. */
    @Transactional
    public void cancelled(Deposit deposit) {
        store.insertUnknown(deposit, "cancelled");
    }

    /** Gives what is left of the amount. */
    private Money pay(AccountId account, List<Receivable> unpaid, Money amount, PaidBy by) {
        var inFlight = payments.inFlight(List.of(account));
        var attempts = new ArrayList<Attempt>();
        var left = amount;
        for (var owed : unpaid) {
            var payable =
                    left.isPositive()
                            && owed.open().currency().equals(left.currency())
                            && !inFlight.contains(owed.invoice());
            if (payable) {
                var part = left.compareTo(owed.open()) < 0 ? left : owed.open();
                attempts.add(attempt(account, owed, part, by));
                left = left.minus(part);
            }
        }
        if (!attempts.isEmpty()) {
            write(attempts, by.kind() == MethodKind.DEPOSIT);
        }
        return left;
    }

    private void write(List<Attempt> attempts, boolean tellEach) {
        var now = clock.instant();
        payments.insert(attempts, payment -> "bank", now);
        payments.finish(
                attempts.stream()
                        .map(Attempt::payment)
                        .map(p -> new Result(p, PaymentState.CAPTURED, null, null, now, null))
                        .toList());
        receivables.settleFromDeposit(
                attempts.stream()
                        .map(Attempt::payment)
                        .map(
                                p ->
                                        new Settlement(
                                                p.account(),
                                                p.invoice(),
                                                p.id().value(),
                                                p.amount(),
                                                now))
                        .toList());
        mail.deposited(tellEach ? attempts : attempts.stream().filter(this::paidUp).toList());
    }

    /** A part of a transfer is told together with what is still to come. */
    private boolean paidUp(Attempt attempt) {
        var payment = attempt.payment();
        var left = receivables.of(payment.account(), List.of(payment.invoice()));
        return left.values().stream().allMatch(r -> r.open().isZero());
    }

    private Attempt attempt(AccountId account, Receivable owed, Money part, PaidBy by) {
        var tries = payments.tries(List.of(account), List.of(owed.invoice()));
        var payment =
                new Payment(
                        account,
                        new PaymentId(Ids.next(clock)),
                        owed.invoice(),
                        owed.contract(),
                        tries.getOrDefault(owed.invoice(), 0) + 1,
                        by,
                        part,
                        Money.zero(part.currency()),
                        PaymentState.TRYING,
                        null,
                        true,
                        clock.instant(),
                        null);
        return new Attempt(payment, null, null, null, 0);
    }

    /** The virtual account; an assigned deposit may be for a member that has none any more. */
    private PaidBy paidBy(AccountId account) {
        return methods.of(account).stream()
                .filter(method -> method.kind() == MethodKind.DEPOSIT)
                .findFirst()
                .map(PaidBy::of)
                .orElseGet(
                        () ->
                                new PaidBy(
                                        new MethodId(account.value()),
                                        MethodKind.DEPOSIT,
                                        null,
                                        ""));
    }
}
