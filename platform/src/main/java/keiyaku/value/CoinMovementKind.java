package keiyaku.value;

import java.util.Locale;

/** What changed a lot's remainder. */
enum CoinMovementKind {
    CHARGED,
    USED,
    RETURNED,
    EXPIRED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
