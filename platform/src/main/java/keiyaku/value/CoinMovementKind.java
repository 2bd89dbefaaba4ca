package keiyaku.value;

import java.util.Locale;

/** What changed a lot's remainder. */
enum CoinMovementKind {
    CHARGED,
    USED,
    RETURNED,
    EXPIRED,
    /** Given back to the method that paid for them, or taken back with those. */
    REFUNDED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
