package keiyaku.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import keiyaku.database.Invariant.Finding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks all invariants, each in a snapshot of its own, so that work may go on meanwhile. */
@Component
public class Verification {

    /** The findings of one invariant that are kept word for word; the others are counted. */
    static final int KEPT = 100;

    private final List<Invariant> invariants;
    private final TransactionTemplate snapshot;

    Verification(ObjectProvider<Invariant> invariants, PlatformTransactionManager transactions) {
        this.invariants =
                invariants.stream().sorted(Comparator.comparing(Invariant::name)).toList();
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What one invariant's check found; at most 100 findings word for word. */
    public record Result(
            String name,
            String says,
            long rows,
            long found,
            List<Finding> findings,
            Duration took) {

        public boolean holds() {
            return found == 0;
        }
    }

    /** Checks one after the other and tells each result as soon as it is known. */
    public boolean run(Consumer<Result> results) {
        boolean holds = true;
        for (var invariant : invariants) {
            var result = check(invariant);
            holds &= result.holds();
            results.accept(result);
        }
        return holds;
    }

    private Result check(Invariant invariant) {
        long started = System.nanoTime();
        var kept = new ArrayList<Finding>();
        var found = new AtomicLong();
        Consumer<Finding> findings =
                finding -> {
                    if (found.getAndIncrement() < KEPT) {
                        kept.add(finding);
                    }
                };
        var rows = snapshot.execute(transaction -> invariant.check(findings));
        return new Result(
                invariant.name(),
                invariant.says(),
                rows == null ? 0 : rows,
                found.get(),
                List.copyOf(kept),
                Duration.ofNanos(System.nanoTime() - started));
    }
}
