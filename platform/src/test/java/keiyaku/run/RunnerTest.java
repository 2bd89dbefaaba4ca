package keiyaku.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import keiyaku.database.TestDistribution;
import keiyaku.shared.AccountId;
import keiyaku.shared.MovableClock;
import keiyaku.shared.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** B-40 on PostgreSQL: chunks, parking by halving, workers beside each other, brakes. */
class RunnerTest {

    private final RunFixture fixture = new RunFixture();
    private final Toys toys = fixture.toys("toys");
    private final Runs runs = fixture.runs(MovableClock.standing(RunFixture.START));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void doesAllThatIsDueAndNothingElse() {
        toys.addMany(2_500, RunFixture.START);
        toys.add(RunFixture.START.plusSeconds(1), false);

        var outcome = fixture.runner.runDue(toys, RunFixture.START);

        assertThat(outcome).isEqualTo(new Runner.Outcome(2_500, 0));
        assertThat(toys.count("times = 0")).isOne();
        assertThat(toys.diary).hasSize(3);
    }

    @Test
    void parksTheCulpritsAndDoesTheOthers() {
        toys.addMany(700, RunFixture.START);
        var poisoned = toys.add(RunFixture.START, true);
        toys.add(RunFixture.START, true);

        var outcome = fixture.runner.runDue(toys, RunFixture.START);

        assertThat(outcome).isEqualTo(new Runner.Outcome(700, 2));
        assertThat(runs.parked(10))
                .hasSize(2)
                .allSatisfy(
                        parked -> {
                            assertThat(parked.work()).isEqualTo("toys");
                            assertThat(parked.reason())
                                    .isEqualTo("IllegalStateException: a poisoned toy");
                        });

        toys.heal(poisoned);
        var account = new AccountId(poisoned.account());
        runs.takeUp("toys", account, poisoned.id(), "operator");
        assertThatThrownBy(() -> runs.takeUp("toys", account, poisoned.id(), "operator"))
                .isInstanceOf(RefusedException.class);
        assertThat(fixture.runner.runDue(toys, RunFixture.START).done()).isOne();
        assertThat(runs.parked(10)).hasSize(1);
    }

    @Test
    void triesAgainWhatPassesByItself() {
        toys.addMany(10, RunFixture.START);
        toys.passingFailures = Burst.TRIES - 1;

        assertThat(fixture.runner.runDue(toys, RunFixture.START).done()).isEqualTo(10);
        assertThat(runs.parked(10)).isEmpty();
    }

    @Test
    void parksNothingWhileTheDatabaseIsAway() {
        toys.addMany(10, RunFixture.START);
        toys.passingFailures = Burst.TRIES;

        assertThatThrownBy(() -> fixture.runner.runDue(toys, RunFixture.START))
                .hasRootCauseMessage("deadlock");
        assertThat(runs.parked(10)).isEmpty();
    }

    @Test
    void pausesAWorkOfWhichEverythingFails() {
        IntStream.range(0, Burst.ALL_FAIL + 20).forEach(i -> toys.add(RunFixture.START, true));

        var outcome = fixture.runner.runDue(toys, RunFixture.START);

        assertThat(outcome.parked()).isEqualTo(Burst.ALL_FAIL);
        assertThat(toys.count("due_at IS NOT NULL")).isEqualTo(20);
        var progress = runs.progress().getFirst();
        assertThat(progress.pause()).extracting(Pause::by).isEqualTo("run");
        assertThat(progress.parked()).isEqualTo(Burst.ALL_FAIL);
        runs.resume("toys");
        assertThat(runs.progress().getFirst().pause()).isNull();
    }

    @Test
    void aPausedWorkWaits() {
        toys.addMany(5, RunFixture.START);
        runs.pause("toys", "operator", "the bank is closed");
        assertThat(fixture.runner.runDue(toys, RunFixture.START).pieces()).isZero();

        runs.resume("toys");
        assertThat(fixture.runner.runDue(toys, RunFixture.START).done()).isEqualTo(5);
        var progress = runs.progress().getFirst();
        assertThat(progress.done()).isEqualTo(5);
        assertThat(progress.toDo()).isZero();
        assertThat(progress.rate()).isPositive();
    }

    @Test
    void twoProcessesShareTheWorkAndDoEachPieceOnce() throws Exception {
        toys.addMany(20_000, RunFixture.START);
        var slices = new Slices(2, () -> false);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one =
                    threads.submit(
                            () ->
                                    fixture.runner(MovableClock.standing(RunFixture.START))
                                            .runDue(toys, RunFixture.START, slices));
            var other = threads.submit(() -> fixture.runner.runDue(toys, RunFixture.START, slices));
            assertThat(one.get().done() + other.get().done()).isEqualTo(20_000);
            assertThat(one.get().done()).isBetween(1_000L, 19_000L);
        }
        assertThat(toys.count("times <> 1")).isZero();
    }

    @Test
    void whereTablesAreSpreadAChunkStaysOnOneShard() {
        toys.addMany(500, RunFixture.START);
        var due = toys.due(RunFixture.START, 500);
        var chunks = new Chunks(fixture.store, TestDistribution.of(true)).of(due, 10);

        assertThat(chunks.stream().flatMap(java.util.List::stream).toList())
                .containsExactlyInAnyOrderElementsOf(due);
        assertThat(chunks).hasSizeGreaterThan(31).allMatch(chunk -> chunk.size() <= 10);
        for (var chunk : chunks) {
            var accounts = chunk.stream().map(DueWork.Subject::account).toList();
            assertThat(fixture.store.shards(accounts).stream().distinct()).hasSize(1);
        }
    }
}
