package keiyaku.bench.renewal;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import keiyaku.bench.Figure;
import keiyaku.bench.Surroundings;
import keiyaku.bench.renewal.WorkerProcess.Result;

/**
 * The collection of what was invoiced, at an acquirer that takes its time: against what so many
 * waiting calls could do at most, or, without latency, against what the acquirer does alone.
 *
 * @param connections calls that wait at once, over all processes
 */
record Collecting(Acquirer acquirer, int latency, int connections) {

    private static final int ALONE = 4_000;

    /** Has the processes collect what is due. */
    interface Run {
        List<Result> all() throws IOException;
    }

    List<Figure> measure(Surroundings surroundings, Supplier<Long> serverCpu, Run run)
            throws IOException, InterruptedException {
        acquirer.latency(0);
        double alone = acquirer.alone(ALONE, connections);
        surroundings.progress().accept("the acquirer alone takes %.0f a second".formatted(alone));
        acquirer.latency(latency);
        surroundings.progress().accept("collecting");
        long acquirerCpu = acquirer.cpuMillis();
        long databaseCpu = serverCpu.get();
        long start = System.nanoTime();
        var results = run.all();
        double seconds = (System.nanoTime() - start) / 1e9;
        double all = results.stream().mapToLong(Result::done).sum();
        double own = results.stream().mapToLong(Result::cpuMillis).sum();
        double database = serverCpu.get() - databaseCpu;
        double other = acquirer.cpuMillis() - acquirerCpu;
        double bound = latency == 0 ? alone : Math.min(alone, connections * 1_000.0 / latency);
        return List.of(
                Figure.of("collectedPerSecond", "invoices collected", all / seconds, "/s"),
                Figure.of("collectionBoundPerSecond", "bound by the acquirer", bound, "/s"),
                Figure.of("collectionRatio", "of the bound", all / seconds / bound, "")
                        .toReach("0.9 or more, up to the CPU's limit"),
                Figure.of("acquirerAlonePerSecond", "what the acquirer takes alone", alone, "/s"),
                Figure.of(
                        "collectionCpuMillis",
                        "CPU per collection, platform and PostgreSQL",
                        (own + database) / all,
                        "ms"),
                Figure.of("acquirerCpuMillis", "  and of the acquirer", other / all, "ms"));
    }
}
