package keiyaku.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one message. */
public record Delivery(
        UUID message,
        Channel channel,
        String template,
        State state,
        Instant writtenAt,
        @Nullable String reason) {

    /** Waiting is due or will be tried again; bounced means that the address took nothing. */
    public enum State {
        WAITING,
        SENT,
        BOUNCED,
        FAILED,
        PARKED
    }
}
