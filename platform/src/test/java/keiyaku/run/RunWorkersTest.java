package keiyaku.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import keiyaku.shared.MovableClock;
import org.junit.jupiter.api.Test;

class RunWorkersTest {

    @Test
    void wakeWhenKickedAndStopAfterTheirChunk() throws InterruptedException {
        try (var fixture = new RunFixture()) {
            var toys = fixture.toys("toys");
            var clock = MovableClock.running();
            var workers = fixture.workers(clock, 2);
            var runs = fixture.runs(clock);
            workers.start();

            toys.addMany(3_000, clock.instant());
            long added = System.nanoTime();
            runs.kick();
            while (toys.count("times = 0") > 0
                    && System.nanoTime() - added < Duration.ofSeconds(10).toNanos()) {
                Thread.sleep(5);
            }
            workers.stop();

            assertThat(toys.count("times = 1")).isEqualTo(3_000);
            assertThat(workers.isRunning()).isFalse();
            toys.addMany(1, clock.instant());
            runs.kick();
            Thread.sleep(50);
            assertThat(toys.count("times = 0")).isOne();
        }
    }
}
