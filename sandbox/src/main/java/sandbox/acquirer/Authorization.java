package sandbox.acquirer;

import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the card's issuer allows a payment; the reason when it does not. */
final class Authorization {
    // After these the card will never pay again; a merchant must not try.
    private static final Set<String> HARD = Set.of("stolen", "expired-card");

    private Authorization() {}

    /** Null when the payment is allowed. What is lined up goes before what the card would do. */
    static @Nullable String refusal(
            StoredCard stored, boolean forMoney, @Nullable Will will, YearMonth now) {
        if (stored.card().expired(now)) {
            return "expired-card";
        }
        if (!forMoney) {
            return null;
        }
        if (will == null) {
            return stored.later();
        }
        return switch (will) {
            case APPROVE, TIMEOUT, TIMEOUT_LOST, ERROR -> null;
            case INSUFFICIENT_FUNDS, STOLEN, EXPIRED_CARD, DO_NOT_HONOR -> will.tag();
        };
    }

    static boolean hard(@Nullable String reason) {
        return reason != null && HARD.contains(reason);
    }
}
