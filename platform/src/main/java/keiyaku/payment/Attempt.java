package keiyaku.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment in the gateway's hands: what is asked for, and what happens when no answer comes.
 *
 * @param token null when there is nothing to ask with
 * @param resumeAt a try that was planned when the member paid by hand; it stands if this fails
 * @param lookups how often it was looked up
 */
record Attempt(
        Payment payment,
        @Nullable String token,
        @Nullable String dsTransId,
        @Nullable Instant resumeAt,
        int lookups) {

    /** A token does not belong into a log. */
    @Override
    public String toString() {
        return "attempt " + payment.id();
    }
}
