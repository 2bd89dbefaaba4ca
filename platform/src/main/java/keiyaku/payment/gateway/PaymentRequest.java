package keiyaku.payment.gateway;

import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment to be authorized.
 *
 * @param key one effect under one key, whatever is sent twice
 * @param capture taken at once; false holds it only
 * @param merchantInitiated the cardholder is not there; refers to the registration by dsTransId
 * @param dsTransId the authentication at the card's registration, where there was one (P-4)
 */
public record PaymentRequest(
        String key,
        String token,
        Money amount,
        String reference,
        boolean capture,
        boolean merchantInitiated,
        @Nullable String dsTransId) {

    /** A token does not belong into a log. */
    @Override
    public String toString() {
        return "payment " + key + " of " + amount;
    }
}
