package sandbox.issuer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a cardholder answers a challenge. */
enum Reply {
    PASS,
    FAIL,
    CANCEL;

    @JsonValue
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
