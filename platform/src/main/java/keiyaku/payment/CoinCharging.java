package keiyaku.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import keiyaku.payment.CoinPaymentStore.Claimed;
import keiyaku.payment.MethodStore.Kept;
import keiyaku.payment.gateway.CardGateway;
import keiyaku.payment.gateway.Outcome;
import keiyaku.payment.gateway.PaymentRequest;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import keiyaku.value.Coins;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a charge of coins: claimed in a first transaction, asked of the gateway outside of
 * any, and written in a second one together with the coins that came of it.
 */
@Component
class CoinCharging {

    private final CoinPaymentStore store;
    private final MethodStore methods;
    private final Coins coins;
    private final CardGateway gateway;
    private final Clock clock;

    CoinCharging(
            CoinPaymentStore store,
            MethodStore methods,
            Coins coins,
            CardGateway gateway,
            MovableClock clock) {
        this.store = store;
        this.methods = methods;
        this.coins = coins;
        this.gateway = gateway;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public CoinPayment claim(AccountId account, Money amount) {
        var card =
                methods.of(account).stream()
                        .filter(method -> method.kind() == MethodKind.CARD)
                        .findFirst()
                        .orElseThrow(
                                () -> new RefusedException(Refusal.of("payment-method-required")));
        coins.check(account, amount, new Money(store.onItsWay(account), amount.currency()));
        var now = clock.instant();
        var payment =
                new CoinPayment(
                        account,
                        new PaymentId(Ids.next(clock)),
                        card.id(),
                        card.kind(),
                        amount,
                        PaymentState.TRYING,
                        null,
                        now,
                        null);
        store.insert(payment, gateway.name(), LookupPlan.afterClaim(now));
        return payment;
    }

    /** Paid from the balance, so that nobody outside is asked: the coins are there at once. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public CoinPayment chargeFromBalance(AccountId account, Money amount) {
        coins.check(account, amount, new Money(store.onItsWay(account), amount.currency()));
        var now = clock.instant();
        var payment =
                new CoinPayment(
                        account,
                        new PaymentId(Ids.next(clock)),
                        new MethodId(account.value()),
                        MethodKind.DEPOSIT,
                        amount,
                        PaymentState.TRYING,
                        null,
                        now,
                        null);
        store.insert(payment, "balance", LookupPlan.afterClaim(now));
        store.finish(payment, PaymentState.CAPTURED, null, null, now);
        try {
            coins.arriveFromBalance(account, payment.id().value(), amount);
        } catch (DataIntegrityViolationException e) {
            throw new RefusedException(
                    Refusal.of("balance-short", Map.of("amount", amount.toString())));
        }
        return store.payment(account, payment.id());
    }

    /** Its key makes one charge of it, however often it is asked. */
    Outcome ask(CoinPayment payment) {
        var kept = kept(payment);
        return gateway.authorize(
                new PaymentRequest(
                        key(payment),
                        kept.token(),
                        payment.amount(),
                        PaymentReference.of(payment.account(), "coins"),
                        true,
                        false,
                        Attempts.dsTransId(kept)));
    }

    /** Only what the gateway never heard of is asked for again. */
    Outcome lookUp(CoinPayment payment) {
        var found = gateway.lookup(key(payment));
        if (found.isEmpty()) {
            return ask(payment);
        }
        return found.get() instanceof Outcome.Authorized held
                ? gateway.capture(key(payment) + "-capture", held.paymentId())
                : found.get();
    }

    /** Whoever comes second finds it written. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void write(Claimed claimed, Outcome outcome) {
        var payment = claimed.payment();
        if (!store.lockOpen(payment)) {
            return;
        }
        var now = clock.instant();
        switch (outcome) {
            case Outcome.Captured done -> {
                store.finish(payment, PaymentState.CAPTURED, null, done.paymentId(), now);
                coins.arrive(payment.account(), payment.id().value(), payment.amount());
            }
            case Outcome.Refused no ->
                    store.finish(payment, PaymentState.REFUSED, no.reason(), null, now);
            case Outcome.Released gone ->
                    store.finish(payment, PaymentState.REFUSED, "voided", null, now);
            case Outcome.Authorized held -> unknown(claimed);
            case Outcome.Refunded gone -> unknown(claimed);
            case Outcome.Unknown unknown -> unknown(claimed);
        }
    }

    private void unknown(Claimed claimed) {
        store.unknown(claimed.payment(), LookupPlan.next(clock.instant(), claimed.lookups()));
    }

    private Kept kept(CoinPayment payment) {
        return Objects.requireNonNull(
                methods.named(List.of(payment.account()), List.<UUID>of(payment.method().value()))
                        .getFirst());
    }

    private static String key(CoinPayment payment) {
        return payment.id().value().toString();
    }
}
