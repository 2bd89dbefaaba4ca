package keiyaku.run;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The door to the run: how far it is, what is set aside, and its brakes. */
@Component
public class Runs {

    private final ObjectProvider<DueWork> works;
    private final RunStore store;
    private final MovableClock clock;
    private final Kick kick;
    private final Runner runner;

    Runs(
            ObjectProvider<DueWork> works,
            RunStore store,
            MovableClock clock,
            Kick kick,
            Runner runner) {
        this.works = works;
        this.store = store;
        this.clock = clock;
        this.kick = kick;
        this.runner = runner;
    }

    /** How far each work is, in the order in which they run. */
    public List<Progress> progress() {
        return works.orderedStream().map(this::progress).toList();
    }

    /**
     * Does what is due of a work here and now, until nothing is left that others do not have in
     * hand; for processes without workers.
     *
     * @param atOnce how many chunks are done at once
     */
    public Runner.Outcome catchUp(String work, int atOnce) {
        var slices = new Slices(atOnce, () -> false);
        return runner.runDue(named(work), clock.instant(), slices);
    }

    /** What is set aside, the latest first; of all accounts, for operators. */
    public List<Parked> parked(int limit) {
        return store.parked(limit);
    }

    /** Takes one piece up again; refused when it is not set aside. */
    @Transactional
    public void takeUp(String work, AccountId account, UUID subject, String by) {
        var piece = new Subject(account.value(), subject);
        if (store.takeUp(work, piece, clock.instant(), by) == 0) {
            throw new RefusedException(Refusal.of("not-parked"));
        }
        named(work).unpark(piece);
        kick();
    }

    /** Holds a work after the chunks that are being done, in all processes, until it is resumed. */
    @Transactional
    public void pause(String work, String by, String why) {
        store.pause(named(work).name(), new Pause(clock.instant(), by, why));
    }

    @Transactional
    public void resume(String work) {
        store.resume(named(work).name());
        kick();
    }

    /** Wakes the workers, once the transaction that goes on has committed; at once without one. */
    public void kick() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            kick.now();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        kick.now();
                    }
                });
    }

    private Progress progress(DueWork work) {
        var count = store.progress(work.name());
        return new Progress(
                work.name(),
                work.toDo(clock.instant()),
                count.map(RunStore.Count::done).orElse(0L),
                count.map(RunStore.Count::failed).orElse(0L),
                store.parkedCount(work.name()),
                count.map(RunStore.Count::rate).orElse(0L),
                work.nextDue().orElse(null),
                count.map(RunStore.Count::last).orElse(null),
                store.pause(work.name()).orElse(null));
    }

    private DueWork named(String name) {
        return Objects.requireNonNull(
                works.stream().filter(work -> work.name().equals(name)).findFirst().orElse(null),
                () -> "no work is called " + name);
    }
}
