package keiyaku.value;

import java.util.Locale;

/** What changed a lot's remainder. */
enum CoinMovementKind {
    CHARGED,
    USED,
    RETURNED,
    EXPIRED,
    /** Given back to the method that they were paid with, or taken back as the bonus of these. */
    REFUNDED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
