package sandbox.acquirer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the acquirer is told to answer to a payment. */
enum Will {
    APPROVE,
    INSUFFICIENT_FUNDS,
    STOLEN,
    EXPIRED_CARD,
    DO_NOT_HONOR,
    /** The money is taken, but no answer comes. */
    TIMEOUT,
    /** Nothing happens, and no answer comes. */
    TIMEOUT_LOST,
    /** Nothing happens, and the answer is 500. */
    ERROR;

    @JsonValue
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
