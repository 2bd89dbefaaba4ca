package keiyaku.payment;

import java.util.List;
import java.util.Map;
import keiyaku.payment.CoinPaymentStore.Claimed;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to charging coins (S-6): paid by card, the default one first, there when the money is.
 */
@Component
public class CoinCharges {

    private final CoinPaymentStore store;
    private final CoinCharging charging;

    CoinCharges(CoinPaymentStore store, CoinCharging charging) {
        this.store = store;
        this.charging = charging;
    }

    /**
     * Charges coins. The answer may be that the outcome is not known yet; then they arrive when it
     * is.
     *
     * @throws RefusedException coin-limit, payment-method-required, card-refused
     */
    @Transactional(propagation = Propagation.NEVER)
    public CoinPayment charge(AccountId account, Money amount) {
        var claimed = charging.claim(account, amount);
        charging.write(new Claimed(claimed, 0), charging.ask(claimed));
        var payment = store.payment(account, claimed.id());
        var reason = payment.reason();
        if (payment.state() == PaymentState.REFUSED && reason != null) {
            throw new RefusedException(Refusal.of("card-refused", Map.of("reason", reason)));
        }
        return payment;
    }

    /**
     * Charges coins from what is kept of the member's deposits (S-6).
     *
     * @throws RefusedException coin-limit, balance-short
     */
    @Transactional(propagation = Propagation.NEVER)
    public CoinPayment chargeFromBalance(AccountId account, Money amount) {
        return charging.chargeFromBalance(account, amount);
    }

    /** Those whose coins are there, oldest first; the first is charge 1 of the history. */
    @Transactional(readOnly = true)
    public List<CoinPayment> arrived(AccountId account) {
        return store.of(account).stream().filter(p -> p.state() == PaymentState.CAPTURED).toList();
    }

    /** All, oldest first. */
    @Transactional(readOnly = true)
    public List<CoinPayment> of(AccountId account) {
        return store.of(account);
    }
}
