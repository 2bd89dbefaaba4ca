package keiyaku.payment.gateway;

import java.util.Optional;
import keiyaku.shared.Money;

/**
 * Who takes money: an acquirer, or a wallet (P-11). Every call leaves the process, so none is made
 * inside a database transaction; each that moves money carries an idempotency key, under which it
 * has one effect.
 */
public interface Gateway {

    /** Who holds the tokens and payments that came from here. */
    String name();

    /** Asks for money, or, with an amount of zero, whether the card is good. */
    Outcome authorize(PaymentRequest request);

    /** Takes what was authorized. */
    Outcome capture(String key, String paymentId);

    /** Lets go of what was authorized (an acquirer's void). */
    Outcome release(String key, String paymentId);

    /** Gives back a part of what was captured. */
    Outcome refund(String key, String paymentId, Money part);

    /**
     * What came of the call under a key: empty when it never arrived, {@link Outcome.Unknown} when
     * this cannot be told now. For a refund's key it tells of the payment that was refunded.
     */
    Optional<Outcome> lookup(String key);
}
