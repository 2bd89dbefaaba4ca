package keiyaku.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import keiyaku.run.DueWork.Subject;
import keiyaku.run.Runner.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One work from the first due piece to the last: chunks, halving, what others hold. */
final class Burst {

    /** Tries of one chunk when the database is only momentarily unable. */
    static final int TRIES = 6;

    /** Rounds in a row that may do nothing because others hold the pieces. */
    static final int IDLE_ROUNDS = 5;

    /** So many failures without any success are the work's fault, not that of its pieces. */
    static final int ALL_FAIL = 100;

    /** With the smallest chunks still more than anyone has; a work that never ends is told of. */
    static final int ROUNDS = 1_000_000;

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Logger LOG = LoggerFactory.getLogger(Burst.class);

    private final DueWork work;
    private final Instant now;
    private final Slices slices;
    private final Runner runner;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();

    Burst(DueWork work, Instant now, Slices slices, Runner runner) {
        this.work = work;
        this.now = now;
        this.slices = slices;
        this.runner = runner;
    }

    Outcome run() {
        var tally = runner.tally().burst(work.name(), now);
        int idle = 0;
        int window = 1;
        for (int round = 0; mayGoOn(idle); round++) {
            if (round == ROUNDS) {
                throw new IllegalStateException(work.name() + " finds no end at " + now);
            }
            var due = work.due(now, slices.read(window, work.chunkSize()));
            if (due.isEmpty()) {
                break;
            }
            var shares = slices.of(due, window, work.chunkSize());
            long before = outcome().pieces();
            slices.each(shares, share -> chunks(share, tally));
            long taken = outcome().pieces() - before;
            window = Slices.nextWindow(window, taken, shares);
            idle = taken == 0 ? idle + 1 : 0;
            rest(idle);
        }
        tally.end(outcome());
        return outcome();
    }

    /** Between two chunks a pause or a stop is obeyed. */
    private void chunks(List<Subject> share, Tally.Running tally) {
        for (var chunk : runner.chunks(share, work.chunkSize())) {
            if (!mayGoOn(0)) {
                return;
            }
            halving(chunk);
            tally.save(outcome());
        }
    }

    private boolean mayGoOn(int idle) {
        return idle < IDLE_ROUNDS && !hopeless() && !slices.stopped() && !runner.paused(work);
    }

    private Outcome outcome() {
        return new Outcome(done.get(), parked.get());
    }

    private void halving(List<Subject> chunk) {
        if (hopeless()) {
            return;
        }
        try {
            done.addAndGet(patiently(chunk));
        } catch (RuntimeException e) {
            if (Failures.passes(e)) {
                throw e;
            }
            if (chunk.size() == 1) {
                park(chunk.getFirst(), e);
                return;
            }
            int half = chunk.size() / 2;
            halving(chunk.subList(0, half));
            halving(chunk.subList(half, chunk.size()));
        }
    }

    private int patiently(List<Subject> chunk) {
        for (int i = 1; ; i++) {
            try {
                return work.perform(chunk, now);
            } catch (RuntimeException e) {
                if (i == TRIES || !Failures.passes(e)) {
                    throw e;
                }
                rest(i);
            }
        }
    }

    private void park(Subject subject, RuntimeException failure) {
        LOG.warn("{} {} of {} is set aside", work.name(), subject.id(), subject.account());
        LOG.debug("because", failure);
        runner.park(work, subject, Failures.reason(failure), now);
        parked.incrementAndGet();
        if (hopeless()) {
            LOG.error("{} is paused: the first {} pieces all failed", work.name(), ALL_FAIL);
            var why = "The first " + ALL_FAIL + " pieces all failed; see the parked list.";
            runner.pause(work, new Pause(now, "run", why));
        }
    }

    private boolean hopeless() {
        return done.get() == 0 && parked.get() >= ALL_FAIL;
    }

    private static void rest(int step) {
        if (step == 0) {
            return;
        }
        try {
            Thread.sleep(PAUSE.multipliedBy(1L << step));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two chunks", e);
        }
    }
}
