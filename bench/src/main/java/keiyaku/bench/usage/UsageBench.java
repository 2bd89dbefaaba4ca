package keiyaku.bench.usage;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.bench.Benchmark;
import keiyaku.bench.Figure;
import keiyaku.bench.Median;
import keiyaku.bench.Surroundings;
import keiyaku.bench.Visit;
import keiyaku.bench.world.BenchDatabase;
import keiyaku.bench.world.WebProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Events of use taken over HTTP in batches, each once, and the page that shows them. */
@Command(
        name = "usage",
        mixinStandardHelpOptions = true,
        description = {
            "Send N events of use in batches over the API, some batches twice, against binary COPY"
                    + " of the very same rows; then the estimate's page with all of them there."
        })
public final class UsageBench extends Benchmark {

    private static final Instant BEGIN = Instant.parse("2026-12-31T15:00:00Z");
    private static final Instant NOW = Instant.parse("2027-01-21T03:00:00Z");
    private static final String KEY = "bench-usage-key";
    private static final int PAGES = 100;
    private static final int PAGES_BEFORE = 300;

    @Option(names = "--events", description = "How many events (default 1000000)")
    private int events = 1_000_000;

    @Option(names = "--batch", description = "Events of one request (default 1000)")
    private int batch = 1_000;

    @Option(names = "--clients", description = "How many send at once (default 2)")
    private int clients = 2;

    @Option(names = "--accounts", description = "Whose events they are (default 4)")
    private int accounts = 4;

    @Option(
            names = "--warm-up",
            description = "Events taken before those that count (default 100000)")
    private int warmUp = 100_000;

    @Option(
            names = "--in-month",
            description =
                    "Events that the account of the page has in the month at least, written by SQL"
                            + " beside those that were sent (default 0: none)")
    private int inMonth = 0;

    UsageBench() {}

    @Override
    protected Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("events", events);
        parameters.put("batch", batch);
        parameters.put("clients", clients);
        parameters.put("accounts", accounts);
        parameters.put("warmUp", warmUp);
        parameters.put("inMonth", inMonth);
        return parameters;
    }

    @Override
    protected List<Figure> run(Surroundings surroundings) throws Exception {
        var folder = Files.createTempDirectory("keiyaku-bench");
        try (var database = BenchDatabase.open(surroundings.home(), folder, BEGIN, Map.of())) {
            var users = Users.made(database, accounts);
            database.moveTo(NOW);
            database.settle();
            try (var server = WebProcess.start(settings(database))) {
                var senders = new Senders(server.address(), KEY, users, batch);
                senders.send(0, warmUp, clients);
                surroundings.progress().accept("measuring");
                var cpu = database.serverCpuMillis();
                long serverCpu = cpu.get();
                long platformCpu = server.cpuMillis();
                var sent = senders.send(warmUp, events, clients);
                platformCpu = server.cpuMillis() - platformCpu;
                serverCpu = cpu.get() - serverCpu;
                requireEachOnce(database, sent);
                surroundings.progress().accept("the limit");
                double limit = new EventCopyLimit(database.owner(), folder).seconds(clients);
                if (inMonth > 0) {
                    surroundings.progress().accept("more events of the month");
                    new MonthFull(database.owner()).fill(users.getFirst().value(), inMonth);
                }
                surroundings.progress().accept("the estimate's page");
                var page = page(server);
                return figures(
                        new Run(sent, platformCpu, serverCpu, server.peakMegabytes()), page, limit);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private record Run(Senders.Sent sent, long platformCpu, long serverCpu, double peakMegabytes) {}

    private static Map<String, String> settings(BenchDatabase database) {
        var access = database.access();
        var settings = new LinkedHashMap<String, String>();
        settings.put("KEIYAKU_DB_URL", access.url());
        settings.put("KEIYAKU_DB_USER", access.applicationUser());
        settings.put("KEIYAKU_DB_PASSWORD", access.applicationPassword());
        settings.put("spring.flyway.enabled", "false");
        settings.put("keiyaku.clock.start", NOW.toString());
        settings.put("keiyaku.run.workers", "0");
        settings.put("keiyaku.outside.usage-key", KEY);
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("logging.threshold.console", "error");
        return settings;
    }

    /** A figure for events that were lost or counted twice would be none. */
    private void requireEachOnce(BenchDatabase database, Senders.Sent sent) {
        var jdbc = JdbcClient.create(database.owner());
        long there = jdbc.sql("SELECT count(*) FROM usage.event").query(Long.class).single();
        long counted = jdbc.sql("SELECT sum(events) FROM usage.day").query(Long.class).single();
        long wanted = (long) warmUp + events;
        if (there != wanted || counted != wanted || sent.taken() != events || sent.known() == 0) {
            throw new IllegalStateException(
                    "%d events are there and %d are counted of %d; %d were taken, %d known"
                            .formatted(there, counted, wanted, sent.taken(), sent.known()));
        }
    }

    private record Page(double millis, double cpuMillis) {}

    private static Page page(WebProcess server) throws IOException, InterruptedException {
        var visit = new Visit(server.address());
        visit.submit("/login", Map.of("email", Users.email(0), "password", Users.PASSWORD));
        for (int i = 0; i < PAGES_BEFORE; i++) {
            if (!visit.get("/my/usage").body().contains("class=\"plot\"")) {
                throw new IOException("the page shows no estimate");
            }
        }
        var millis = new ArrayList<Double>();
        long cpu = server.cpuMillis();
        for (int i = 0; i < PAGES; i++) {
            long before = System.nanoTime();
            visit.get("/my/usage");
            millis.add((System.nanoTime() - before) / 1e6);
        }
        return new Page(Median.of(millis), (server.cpuMillis() - cpu) / (double) PAGES);
    }

    private List<Figure> figures(Run run, Page page, double limitSeconds) {
        double each = events;
        double rows = (double) warmUp + events;
        double perSecond = each / run.sent().seconds();
        return List.of(
                Figure.of("eventsPerSecond", "events taken, each once", perSecond, "/s")
                        .toReach("20,000 or more"),
                Figure.of("limitPerSecond", "limit", rows / limitSeconds, "/s"),
                Figure.of("ratio", "of the limit", perSecond * limitSeconds / rows, ""),
                Figure.of("sentAgain", "events sent twice", (double) run.sent().known(), ""),
                Figure.of(
                        "cpuMicrosPerEvent",
                        "CPU per event, platform and PostgreSQL",
                        1_000 * (run.platformCpu() + run.serverCpu()) / each,
                        "µs"),
                Figure.of(
                        "platformCpuMicrosPerEvent",
                        "  of which the platform",
                        1_000 * run.platformCpu() / each,
                        "µs"),
                Figure.of("peakMemoryMb", "most memory of the platform", run.peakMegabytes(), "MB"),
                Figure.of("pageMillis", "the estimate's page, median", page.millis(), "ms")
                        .toReach("under 50"),
                Figure.of(
                        "pageCpuMillis", "  of which CPU of the platform", page.cpuMillis(), "ms"));
    }
}
