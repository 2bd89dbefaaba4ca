package keiyaku.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one work is, over all workers. To do is counted up to a bound; the rate is in pieces per
 * second of the last burst; pause is null while it runs, next null when nothing is planned.
 */
public record Progress(
        String work,
        long toDo,
        long done,
        long failed,
        long parked,
        long rate,
        @Nullable Instant next,
        @Nullable Instant last,
        @Nullable Pause pause) {}
