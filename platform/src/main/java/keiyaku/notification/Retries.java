package keiyaku.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a message that could not be sent is tried again, and when no more. */
final class Retries {

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofHours(18));

    private Retries() {}

    /** How long to wait after a number of attempts (from 1); empty when it was the last one. */
    static Optional<Duration> after(int attempts) {
        return attempts <= WAITS.size() ? Optional.of(WAITS.get(attempts - 1)) : Optional.empty();
    }
}
