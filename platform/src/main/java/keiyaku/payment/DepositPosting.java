package keiyaku.payment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
 * and what is left is kept for the next invoice (P-8).
 */
@Component
class DepositPosting {

    private final DepositStore store;
    private final MethodStore methods;
    private final PaymentStore payments;
    private final Receivables receivables;
    private final PaymentMail mail;
    private final Clock clock;

    DepositPosting(
            DepositStore store,
            MethodStore methods,
            PaymentStore payments,
            Receivables receivables,
            PaymentMail mail,
            MovableClock clock) {
        this.store = store;
        this.methods = methods;
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
            post(owner.get(), deposit);
        }
    }

    /** For a member; told twice, it is posted once. */
    @Transactional
    public void post(AccountId account, Deposit deposit) {
        methods.lock(account);
        if (!store.insert(account, deposit)) {
            return;
        }
        receivables.deposited(account, deposit.id(), deposit.amount(), deposit.at());
        pay(account, deposit.amount());
    }

    /** The money may have been used long ago, so a person decides. */
    @Transactional
    public void cancelled(Deposit deposit) {
        store.insertUnknown(deposit, "cancelled");
    }

    private void pay(AccountId account, Money amount) {
        var inFlight = payments.inFlight(List.of(account));
        var attempts = new ArrayList<Attempt>();
        var left = amount;
        for (var owed : receivables.lockUnpaid(account)) {
            var payable =
                    left.isPositive()
                            && owed.open().currency().equals(left.currency())
                            && !inFlight.contains(owed.invoice());
            if (payable) {
                var part = left.compareTo(owed.open()) < 0 ? left : owed.open();
                attempts.add(attempt(account, owed, part));
                left = left.minus(part);
            }
        }
        if (!attempts.isEmpty()) {
            write(attempts);
        }
    }

    private void write(List<Attempt> attempts) {
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
        mail.deposited(attempts);
    }

    private Attempt attempt(AccountId account, Receivable owed, Money part) {
        var tries = payments.tries(List.of(account), List.of(owed.invoice()));
        var payment =
                new Payment(
                        account,
                        new PaymentId(Ids.next(clock)),
                        owed.invoice(),
                        owed.contract(),
                        tries.getOrDefault(owed.invoice(), 0) + 1,
                        paidBy(account),
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
