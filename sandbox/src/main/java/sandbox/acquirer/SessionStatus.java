package sandbox.acquirer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a card session stands. Only OPEN and CHALLENGE can still change. */
enum SessionStatus {
    OPEN,
    CHALLENGE,
    COMPLETED,
    FAILED,
    ABANDONED,
    EXPIRED;

    boolean over() {
        return this != OPEN && this != CHALLENGE;
    }

    @JsonValue
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
