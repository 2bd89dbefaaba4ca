package keiyaku.provisioning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a task is tried again: by the schedule of Standard Webhooks, over three days in all. */
final class Backoff {

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    private Backoff() {}

    /** How long to wait after an attempt, counted from 1; empty when it was the last one. */
    static Optional<Duration> after(int attempt) {
        return attempt <= WAITS.size() ? Optional.of(WAITS.get(attempt - 1)) : Optional.empty();
    }
}
