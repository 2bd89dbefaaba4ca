package keiyaku.bench.renewal;

import java.util.ArrayList;
import java.util.List;
import keiyaku.bench.Figure;
import keiyaku.bench.ProcessFigures;
import keiyaku.bench.Surroundings;
import keiyaku.bench.world.BenchDatabase;
import keiyaku.database.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The proof that the books add up, on all that the bench has made. */
final class Verifying {

    private Verifying() {}

    static List<Figure> measure(Surroundings surroundings, BenchDatabase database) {
        surroundings.progress().accept("verifying");
        double postings =
                JdbcClient.create(database.owner())
                        .sql("SELECT count(*) FROM billing.posting")
                        .query(Long.class)
                        .single();
        var results = new ArrayList<Verification.Result>();
        long start = System.nanoTime();
        boolean holds = database.part(Verification.class).run(results::add);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!holds) {
            throw new IllegalStateException("not all holds: " + results);
        }
        double ledger =
                results.stream()
                                .filter(result -> result.name().startsWith("ledger"))
                                .mapToLong(result -> result.took().toNanos())
                                .sum()
                        / 1e9;
        long pid = ProcessHandle.current().pid();
        return List.of(
                Figure.of("verifyPostings", "postings verified", postings, ""),
                Figure.of(
                                "verifyLedgerPerSecond",
                                "  a second, by the checks of the ledger",
                                postings / ledger,
                                "/s")
                        .toReach("over 200,000"),
                Figure.of(
                        "verifyAllPerSecond",
                        "  a second, by all checks",
                        postings / seconds,
                        "/s"),
                Figure.of(
                        "verifyPeakMemoryMb",
                        "most memory of the bench itself",
                        ProcessFigures.peakMegabytes(pid),
                        "MB"));
    }
}
