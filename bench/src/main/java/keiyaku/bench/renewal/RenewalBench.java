package keiyaku.bench.renewal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import keiyaku.bench.Benchmark;
import keiyaku.bench.Figure;
import keiyaku.bench.Surroundings;
import keiyaku.bench.renewal.WorkerProcess.Result;
import keiyaku.bench.world.BenchDatabase;
import keiyaku.bench.world.Population;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One month's renewal of all contracts, against the limit of the same server. */
@Command(
        name = "renewal",
        mixinStandardHelpOptions = true,
        description = {
            "Renew N monthly contracts as the run does in production, against binary COPY of the"
                    + " very same rows."
        })
public final class RenewalBench extends Benchmark {

    /** Contracts begin on the 10th of January and renew on the 10th of February. */
    private static final Instant BEGIN = Instant.parse("2027-01-10T03:00:00Z");

    private static final Instant RENEWAL = Instant.parse("2027-02-09T15:00:00Z");

    private static final Duration EARLIER = Duration.ofDays(1);

    @Option(names = "--contracts", description = "How many contracts (default 10000)")
    private int contracts = 10_000;

    @Option(names = "--workers", description = "How many processes share the run (default 1)")
    private int workers = 1;

    @Option(names = "--at-once", description = "Chunks at once in each process (default 3)")
    private int atOnce = 3;

    /**
     * A process of the run lives for months: those that begin a day earlier warm it up. The second
     * compiler is done after some hundred thousand.
     */
    @Option(
            names = "--warm-up",
            description = "Contracts renewed before those that count (default 120000)")
    private int warmUp = 120_000;

    @Option(
            names = "--collect",
            description = "Then collect the invoices by card at the sandbox's acquirer")
    private boolean collect;

    @Option(
            names = "--latency",
            description = "Milliseconds that the acquirer takes for each (default 50)")
    private int latency = 50;

    @Option(
            names = "--connections",
            description = "Calls that wait for the acquirer at once, a process (default 32)")
    private int connections = 32;

    @Option(names = "--verify", description = "Then verify the books, and how fast that is")
    private boolean verify;

    RenewalBench() {}

    @Override
    protected Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("contracts", contracts);
        parameters.put("workers", workers);
        parameters.put("atOnce", atOnce);
        parameters.put("warmUp", warmUp);
        if (collect) {
            parameters.put("latency", latency);
            parameters.put("connections", connections);
        }
        return parameters;
    }

    @Override
    protected List<Figure> run(Surroundings surroundings) throws Exception {
        var folder = Files.createTempDirectory("keiyaku-bench");
        var first = BEGIN.minus(EARLIER);
        try (var acquirer = collect ? Acquirer.start() : null;
                var database = BenchDatabase.open(surroundings.home(), folder, first, Map.of())) {
            var population =
                    new Population(
                            database, acquirer == null ? RenewalBench::noTokens : acquirer::tokens);
            population.grow(0, warmUp, surroundings.progress());
            database.moveTo(BEGIN);
            population.grow(warmUp, warmUp + contracts, surroundings.progress());
            database.settle();
            surroundings.progress().accept("all made; the month goes by");
            return measure(new Stage(surroundings, database, folder, acquirer));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Where it is measured; without an acquirer nothing is collected. */
    private record Stage(
            Surroundings surroundings,
            BenchDatabase database,
            Path folder,
            @Nullable Acquirer acquirer) {}

    private List<Figure> measure(Stage stage) throws Exception {
        var figures = new ArrayList<Figure>();
        var acquirer = stage.acquirer();
        var processes = startWorkers(stage.database(), acquirer);
        try {
            if (acquirer != null) {
                stage.surroundings().progress().accept("collecting the first month, to warm up");
                run(processes, BEGIN, "collections");
            }
            var run = renew(stage, processes);
            figures.addAll(figures(run, limit(stage, run.mark())));
            if (acquirer != null) {
                var collecting = new Collecting(acquirer, latency, connections * workers);
                figures.addAll(
                        collecting.measure(
                                stage.surroundings(),
                                stage.database().serverCpuMillis(),
                                () -> run(processes, RENEWAL, "collections")));
            }
        } finally {
            for (var process : processes) {
                process.close();
            }
        }
        if (verify) {
            figures.addAll(Verifying.measure(stage.surroundings(), stage.database()));
        }
        return figures;
    }

    private Run renew(Stage stage, List<WorkerProcess> processes) throws Exception {
        var database = stage.database();
        var cpu = database.serverCpuMillis();
        database.moveTo(RENEWAL.minus(EARLIER));
        run(processes, RENEWAL.minus(EARLIER), "contracts");
        database.moveTo(RENEWAL);
        var mark = Ids.next(database.part(MovableClock.class));
        stage.surroundings().progress().accept("measuring");
        long walBefore = walBytes(database);
        long cpuBefore = cpu.get();
        long start = System.nanoTime();
        var results = run(processes, RENEWAL, "contracts");
        double seconds = (System.nanoTime() - start) / 1e9;
        long serverCpu = cpu.get() - cpuBefore;
        requireAllRenewed(database, results);
        return new Run(mark, seconds, results, serverCpu, walBytes(database) - walBefore);
    }

    private static List<Result> run(List<WorkerProcess> processes, Instant now, String work)
            throws IOException {
        for (var process : processes) {
            process.begin(now, work);
        }
        var results = new ArrayList<Result>();
        for (var process : processes) {
            results.add(process.result());
        }
        return results;
    }

    private List<WorkerProcess> startWorkers(BenchDatabase database, @Nullable Acquirer acquirer)
            throws Exception {
        var access = database.access();
        var settings = new HashMap<String, String>();
        if (acquirer != null) {
            settings.putAll(acquirer.settings(connections));
        }
        settings.put("KEIYAKU_DB_URL", access.url());
        settings.put("KEIYAKU_DB_USER", access.applicationUser());
        settings.put("KEIYAKU_DB_PASSWORD", access.applicationPassword());
        settings.put("spring.flyway.enabled", "false");
        var processes = new ArrayList<WorkerProcess>();
        for (int i = 0; i < workers; i++) {
            processes.add(WorkerProcess.start(BEGIN, atOnce, settings));
        }
        for (var process : processes) {
            process.awaitReady();
        }
        return processes;
    }

    private void requireAllRenewed(BenchDatabase database, List<Result> results) {
        long done = results.stream().mapToLong(Result::done).sum();
        long parked = results.stream().mapToLong(Result::parked).sum();
        long left =
                JdbcClient.create(database.owner())
                        .sql(
                                "SELECT count(*) FROM contract.contract WHERE parts_charged <> 1"
                                        + " OR term_start < '2027-02-09'")
                        .query(Long.class)
                        .single();
        if (done != contracts || parked != 0 || left != 0) {
            throw new IllegalStateException(
                    "%d renewed, %d parked, %d not renewed".formatted(done, parked, left));
        }
    }

    /**
     * What the run took: ids from the mark on, seconds, each process, the server's CPU
     * milliseconds, its log's bytes.
     */
    private record Run(
            UUID mark, double seconds, List<Result> results, long serverCpu, long walBytes) {}

    /** Seconds of the better one of one and two writers, and how many rows they wrote. */
    private record Limit(double seconds, long rows) {}

    private static long walBytes(BenchDatabase database) {
        return JdbcClient.create(database.owner())
                .sql("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")
                .query(Long.class)
                .single();
    }

    private static Limit limit(Stage stage, UUID mark) throws Exception {
        var surroundings = stage.surroundings();
        var copies = Files.createDirectory(stage.folder().resolve("copies"));
        var limit = new CopyLimit(stage.database().owner(), copies, mark);
        double best = Double.MAX_VALUE;
        for (int writers : List.of(1, 2)) {
            double seconds = limit.seconds(writers);
            var said = "limit with %d writers: %.2f s".formatted(writers, seconds);
            surroundings.progress().accept(said);
            best = Math.min(best, seconds);
        }
        return new Limit(best, limit.rowCount());
    }

    private List<Figure> figures(Run run, Limit limit) {
        long ownCpu = run.results().stream().mapToLong(Result::cpuMillis).sum();
        double peak = run.results().stream().mapToDouble(Result::peakMegabytes).max().orElse(0);
        double each = contracts;
        return List.of(
                Figure.of("contractsPerSecond", "contracts renewed", each / run.seconds(), "/s"),
                Figure.of("limitPerSecond", "limit", each / limit.seconds(), "/s"),
                Figure.of("ratio", "of the limit", limit.seconds() / run.seconds(), "")
                        .toReach("0.5 or more"),
                Figure.of(
                        "cpuMillisPerContract",
                        "CPU per contract, platform and PostgreSQL",
                        (ownCpu + run.serverCpu()) / each,
                        "ms"),
                Figure.of(
                        "platformCpuMillisPerContract",
                        "  of which the platform",
                        ownCpu / each,
                        "ms"),
                Figure.of("rowsPerContract", "rows written per contract", limit.rows() / each, ""),
                Figure.of(
                        "walBytesPerContract",
                        "log written per contract",
                        run.walBytes() / each,
                        "bytes"),
                Figure.of("peakMemoryMb", "most memory of a worker", peak, "MB"));
    }

    private static List<String> noTokens(int count) {
        return Stream.generate(() -> "tok_bench").limit(count).toList();
    }
}
