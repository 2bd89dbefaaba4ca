package keiyaku.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment in the gateway's hands: what is asked for, and what happens when no answer comes.
 *
 * @param token null when there is nothing to ask with
 * @param resumeAt a try that was planned when the member paid by hand; it stands if this fails
 * @param lookups how often it was looked up
 * @param debit when a bank account is debited for it; null when a gateway is asked
 */
record Attempt(
        Payment payment,
        @Nullable String token,
        @Nullable String dsTransId,
        @Nullable Instant resumeAt,
        int lookups,
        @Nullable DebitPlan debit) {

    Attempt(
            Payment payment,
            @Nullable String token,
            @Nullable String dsTransId,
            @Nullable Instant resumeAt,
            int lookups) {
        this(payment, token, dsTransId, resumeAt, lookups, null);
    }

    @Nullable UUID method() {
        var by = payment.paidBy();
        return by == null ? null : by.method().value();
    }

    @Nullable String methodKind() {
        var by = payment.paidBy();
        return by == null ? null : by.kind().code();
    }

    @Nullable String brand() {
        var by = payment.paidBy();
        var brand = by == null ? null : by.brand();
        return brand == null ? null : brand.code();
    }

    @Nullable String ending() {
        var by = payment.paidBy();
        return by == null ? null : by.last4();
    }

    @Nullable LocalDate debitOn() {
        return debit == null ? null : debit.on();
    }

    @Nullable Instant sendAt() {
        return debit == null ? null : debit.sendAt();
    }

    /** A token does not belong into a log. */
    @Override
    public String toString() {
        return "attempt " + payment.id();
    }
}
