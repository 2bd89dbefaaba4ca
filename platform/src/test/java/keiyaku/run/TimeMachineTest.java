package keiyaku.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeMachineTest {

    private static final Instant START = RunFixture.START;
    private static final AccountId SOMEONE = new AccountId(UUID.randomUUID());

    private final RunFixture fixture = new RunFixture();
    private final MovableClock clock = MovableClock.standing(START);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void stopsAtEveryDueInstantAndEndsAtTheTarget() {
        var toys = fixture.toys("toys");
        toys.add(SOMEONE, START.plus(Duration.ofDays(1)), Duration.ofDays(7), false);
        toys.add(START.plus(Duration.ofDays(8)), false);
        toys.add(START.plus(Duration.ofDays(40)), false);
        var target = START.plus(Duration.ofDays(30));

        var outcome = fixture.timeMachine(clock, false).moveTo(target);

        assertThat(outcome.done()).isEqualTo(6);
        assertThat(clock.instant()).isEqualTo(target);
        assertThat(toys.diary)
                .containsExactly(
                        "toys 2026-01-02T00:00:00Z",
                        "toys 2026-01-09T00:00:00Z",
                        "toys 2026-01-16T00:00:00Z",
                        "toys 2026-01-23T00:00:00Z",
                        "toys 2026-01-30T00:00:00Z");
    }

    @Test
    void doesWhatIsOverdueNowWithoutGoingBack() {
        var toys = fixture.toys("toys");
        toys.add(START.minus(Duration.ofDays(3)), false);

        fixture.timeMachine(clock, false).moveTo(START.minus(Duration.ofDays(1)));

        assertThat(toys.diary).containsExactly("toys 2026-01-01T00:00:00Z");
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void whatOneWorkMakesDueALaterOneDoesAtTheSameInstant() {
        var later = fixture.toys("second");
        var first =
                new Echo(
                        "first",
                        START.plusSeconds(60),
                        due -> later.add(SOMEONE, due, null, false));
        fixture.add(first);

        fixture.timeMachine(clock, false).moveTo(START.plusSeconds(120));

        assertThat(later.diary).containsExactly("second 2026-01-01T00:01:00Z");
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void namesTheWorkThatStaysDue() {
        fixture.add(
                new Echo("stubborn", START, due -> {}) {
                    @Override
                    public int perform(List<Subject> chunk, Instant now) {
                        return 0;
                    }
                });
        assertThatThrownBy(() -> fixture.timeMachine(clock, false).moveTo(START.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stubborn is due at 2026-01-01T00:00:00Z");
    }

    @Test
    void aRestartedSandboxGoesOnFromWhereItsClockStood() {
        var running = MovableClock.running();
        var target = running.instant().plus(Duration.ofDays(400));
        fixture.timeMachine(running, true).moveTo(target);

        var restarted = MovableClock.running();
        fixture.timeMachine(restarted, true);

        assertThat(restarted.instant()).isBetween(target, target.plus(Duration.ofMinutes(5)));
    }

    /** Due once at an instant; does something else. */
    private static class Echo implements DueWork {

        private final String name;
        private final java.util.function.Consumer<Instant> effect;
        private Optional<Instant> due;

        Echo(String name, Instant due, java.util.function.Consumer<Instant> effect) {
            this.name = name;
            this.due = Optional.of(due);
            this.effect = effect;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Instant> nextDue() {
            return due;
        }

        @Override
        public List<Subject> due(Instant now, int limit) {
            return due.filter(at -> !at.isAfter(now)).stream()
                    .map(at -> new Subject(SOMEONE.value(), SOMEONE.value()))
                    .toList();
        }

        @Override
        public int perform(List<Subject> chunk, Instant now) {
            due = Optional.empty();
            effect.accept(now);
            return 1;
        }

        @Override
        public void park(Subject subject, String reason) {
            throw new UnsupportedOperationException(reason);
        }

        @Override
        public void unpark(Subject subject) {
            throw new UnsupportedOperationException();
        }
    }
}
