package keiyaku.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import keiyaku.shared.MovableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The workers of a started application: one loop for each work, so that a slow one holds up no
 * other, each doing keiyaku.run.workers slices at once. None when that is 0, as in scenarios. More
 * processes on the same database share the work; none of them leads.
 */
@Component
class RunWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorkers.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /** Before the web server's phase when stopping is later, so that requests may still kick. */
    private static final int PHASE = 1_000;

    private final List<DueWork> works;
    private final Runner runner;
    private final MovableClock clock;
    private final RunStore store;
    private final Kick kick;
    private final Lock beside;
    private final int slices;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    RunWorkers(
            ObjectProvider<DueWork> works,
            Runner runner,
            MovableClock clock,
            RunStore store,
            Kick kick,
            WorkersGate gate,
            @Value("${keiyaku.run.workers:0}") int slices) {
        this.works = works.orderedStream().toList();
        this.runner = runner;
        this.clock = clock;
        this.store = store;
        this.kick = kick;
        this.beside = gate.beside();
        this.slices = slices;
    }

    @Override
    public boolean isAutoStartup() {
        return slices > 0;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        running = true;
        store.forgetProgress(clock.instant().minus(Duration.ofDays(1)));
        for (var work : works) {
            threads.add(Thread.ofVirtual().name("run-" + work.name()).start(() -> loop(work)));
        }
    }

    /** Chunks that are being done are finished; the others stay due. */
    @Override
    public void stop() {
        running = false;
        kick.now();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public void stop(Runnable callback) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            stop();
                            callback.run();
                        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop(DueWork work) {
        var sliced = new Slices(slices, () -> !running);
        try {
            while (running) {
                long seen = kick.count();
                var sleep = once(work, sliced);
                if (running) {
                    kick.await(seen, sleep);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what is due; gives how long to sleep. */
    private Duration once(DueWork work, Slices sliced) {
        beside.lock();
        try {
            var now = clock.instant();
            var next = work.nextDue();
            if (next.filter(due -> !due.isAfter(now)).isPresent()) {
                runner.runDue(work, now, sliced);
                next = work.nextDue();
            }
            return untilThen(next);
        } catch (RuntimeException e) {
            if (running) {
                LOG.error("{} goes on in {} s", work.name(), AFTER_FAILURE.toSeconds(), e);
            }
            return AFTER_FAILURE;
        } finally {
            beside.unlock();
        }
    }

    private Duration untilThen(Optional<java.time.Instant> next) {
        var until = next.map(due -> Duration.between(clock.instant(), due)).orElse(LONGEST_SLEEP);
        return until.isNegative() || until.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : until;
    }
}
