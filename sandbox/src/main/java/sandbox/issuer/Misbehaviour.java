package sandbox.issuer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The ways in which a challenge can go wrong on its way back. */
enum Misbehaviour {
    NONE,
    /** The result comes late, and the browser waits for it. */
    RREQ_DELAYED,
    RREQ_TWICE,
    /** The browser is back before the result. */
    RREQ_AFTER_CRES,
    /** The browser says Y, the result never comes. */
    NO_RREQ,
    /** The browser says Y, the result says N. */
    FORGED_CRES,
    /** The browser brings back other session data than it took along. */
    ALTERED_SESSION_DATA,
    /** The cardholder walks away: nothing comes back by any way. */
    ABANDONED,
    /** The cardholder answers after the ten minutes. */
    EXPIRED;

    @JsonValue
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
