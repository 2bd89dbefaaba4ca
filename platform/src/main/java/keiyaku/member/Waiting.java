package keiyaku.member;

import java.time.Duration;
import java.time.Instant;

/** How long someone has to wait, as people count. */
final class Waiting {

    private Waiting() {}

    /** Whole minutes, rounded up, at least one. */
    static int minutes(Instant now, Instant until) {
        return (int) Math.max(1, (Duration.between(now, until).toSeconds() + 59) / 60);
    }
}
