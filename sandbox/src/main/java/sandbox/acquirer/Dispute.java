package sandbox.acquirer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * A cardholder disputes a payment: amount and fee are withdrawn at once, the amount comes back when
 * the merchant wins.
 *
 * @param reference the payment's, in the merchant's words
 */
record Dispute(
        String id,
        String payment,
        String reference,
        long amount,
        long fee,
        String currency,
        String reason,
        Status status,
        Instant at) {

    enum Status {
        OPEN,
        WON,
        LOST;

        @JsonValue
        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Dispute closed(Status how) {
        return new Dispute(id, payment, reference, amount, fee, currency, reason, how, at);
    }
}
