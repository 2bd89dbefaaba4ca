package sandbox.acquirer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Problem;

/** A payment as it stands. Amounts are in the currency's minor unit. */
record Payment(
        String id,
        Status status,
        @Nullable String reason,
        boolean hard,
        long amount,
        String currency,
        String reference,
        long capturedAmount,
        long refundedAmount,
        Instant at,
        @Nullable String merchant) {

    enum Status {
        AUTHORIZED,
        CAPTURED,
        REFUSED,
        VOIDED;

        @JsonValue
        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Payment captured(long part) {
        if (status != Status.AUTHORIZED) {
            throw conflict("not-capturable", "Only an authorized payment can be captured.");
        }
        if (part < 1 || part > amount) {
            throw conflict("over-capture", "At most " + amount + " can be captured.");
        }
        return with(Status.CAPTURED, part, 0);
    }

    Payment voided() {
        if (status != Status.AUTHORIZED) {
            throw conflict("not-voidable", "Only an authorized payment can be voided.");
        }
        return with(Status.VOIDED, 0, 0);
    }

    Payment refunded(long part) {
        if (status != Status.CAPTURED) {
            throw conflict("not-refundable", "Only a captured payment can be refunded.");
        }
        long left = capturedAmount - refundedAmount;
        if (part < 1 || part > left) {
            throw conflict("over-refund", "At most " + left + " can be refunded.");
        }
        return with(status, capturedAmount, refundedAmount + part);
    }

    private Payment with(Status next, long captured, long refunded) {
        return new Payment(
                id, next, reason, hard, amount, currency, reference, captured, refunded, at,
                merchant);
    }

    private static Problem conflict(String code, String detail) {
        return Problem.of(409, code, detail);
    }
}
