package sandbox.wallet;

import org.jspecify.annotations.Nullable;

/** Points taken, or not; as the merchant sees it. */
record Payment(
        String id,
        String token,
        String status,
        @Nullable String reason,
        boolean hard,
        long amount,
        long capturedAmount,
        long refundedAmount) {

    Payment refunded(long part) {
        return new Payment(
                id, token, status, reason, hard, amount, capturedAmount, refundedAmount + part);
    }
}
