package keiyaku.run;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import keiyaku.run.Runner.Outcome;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;

/** Counts what this process has done and writes it down now and then, for all to see. */
@Component
class Tally {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** What people look at need not be written after each chunk: every write is a commit. */
    private static final long BETWEEN_WRITES = NANOS_PER_SECOND / 4;

    private final String worker = ProcessHandle.current().pid() + "@" + host();
    private final RunStore store;
    private final Clock clock;
    private final ConcurrentHashMap<String, RunStore.Count> counts = new ConcurrentHashMap<>();

    Tally(RunStore store, MovableClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts on from what was done before this burst. */
    Running burst(String work, Instant now) {
        var before = counts.computeIfAbsent(work, w -> new RunStore.Count(w, 0, 0, 0, now, now));
        return new Running(before, System.nanoTime());
    }

    /** The burst that goes on now. */
    final class Running {

        private final RunStore.Count before;
        private final long started;
        private long written;

        private Running(RunStore.Count before, long started) {
            this.before = before;
            this.started = started;
            this.written = started;
        }

        synchronized void save(Outcome burst) {
            if (System.nanoTime() - written >= BETWEEN_WRITES) {
                end(burst);
            }
        }

        /** Written in a short transaction of its own: a chunk that fails is counted too. */
        synchronized void end(Outcome burst) {
            if (burst.pieces() == 0) {
                return;
            }
            written = System.nanoTime();
            long nanos = Math.max(1, written - started);
            var count =
                    new RunStore.Count(
                            before.work(),
                            before.done() + burst.done(),
                            before.failed() + burst.parked(),
                            Math.multiplyExact(burst.pieces(), NANOS_PER_SECOND) / nanos,
                            before.since(),
                            clock.instant());
            counts.put(before.work(), count);
            store.saveProgress(worker, count);
        }
    }

    private static String host() {
        try {
            return java.net.InetAddress.getLocalHost().getHostName();
        } catch (java.net.UnknownHostException e) {
            return "localhost";
        }
    }
}
