package keiyaku.member;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was tried under one key: how often it failed in a row, and when something was sent. */
record Throttle(int failures, List<Instant> times, @Nullable Instant blockedUntil) {

    static final Throttle FRESH = new Throttle(0, List.of(), null);

    Throttle {
        times = List.copyOf(times);
    }

    /** At most so many within a sliding time. */
    record Quota(int most, Duration within) {}

    /** When one more would be allowed; empty when it is now. */
    Optional<Instant> freeAt(Quota quota, Instant now) {
        var recent = recent(quota, now);
        return recent.size() < quota.most()
                ? Optional.empty()
                : Optional.of(recent.get(recent.size() - quota.most()).plus(quota.within()));
    }

    Throttle counted(Quota quota, Instant now) {
        var kept = new ArrayList<>(recent(quota, now));
        kept.add(now);
        return new Throttle(failures, kept, blockedUntil);
    }

    private List<Instant> recent(Quota quota, Instant now) {
        var since = now.minus(quota.within());
        return times.stream().filter(time -> time.isAfter(since)).sorted().toList();
    }

    /** After how many failures the waits begin, how long the first is; each next one is doubled. */
    record Delay(int free, Duration first, Duration longest) {
        Duration after(int failures) {
            if (failures <= free) {
                return Duration.ZERO;
            }
            int doublings = Math.min(20, failures - free - 1);
            var wait = first.multipliedBy(1L << doublings);
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    boolean isBlocked(Instant now) {
        return blockedUntil != null && now.isBefore(blockedUntil);
    }

    Throttle failed(Delay delay, Instant now) {
        int count = failures + 1;
        var wait = delay.after(count);
        return new Throttle(count, times, wait.isZero() ? null : now.plus(wait));
    }
}
