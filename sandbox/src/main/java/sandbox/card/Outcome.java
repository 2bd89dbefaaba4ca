package sandbox.card;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What 3-D Secure makes of a card when it is registered. */
public enum Outcome {
    FRICTIONLESS,
    CHALLENGE,
    REJECTED,
    NOT_ENROLLED,
    UNAVAILABLE,
    ATTEMPT;

    @JsonValue
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
