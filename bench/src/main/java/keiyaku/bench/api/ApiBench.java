package keiyaku.bench.api;

import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import keiyaku.bench.Benchmark;
import keiyaku.bench.Figure;
import keiyaku.bench.Surroundings;
import keiyaku.bench.world.BenchDatabase;
import keiyaku.bench.world.Population;
import keiyaku.bench.world.WebProcess;
import keiyaku.database.DatabaseAccess;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Requests of the API over HTTP at several numbers of clients, and the same SQL alone. */
@Command(
        name = "api",
        mixinStandardHelpOptions = true,
        description = {
            "Start contracts and read invoices through the API, open accounts through their door,",
            "by 1, 8 and 32 clients; against the same rows written and read by SQL alone."
        })
public final class ApiBench extends Benchmark {

    private static final String PASSWORD = "Kx7!mnop";

    /** What is there before anything is asked for was made on this day. */
    private static final Instant BEGIN = Instant.parse("2026-11-10T03:00:00Z");

    @Option(names = "--requests", description = "Requests of each measurement (default 4000)")
    private int requests = 4_000;

    @Option(
            names = "--clients",
            split = ",",
            description = "How many clients at once (default 1,8,32)")
    private List<Integer> clients = List.of(1, 8, 32);

    private final AtomicInteger opened = new AtomicInteger();

    ApiBench() {}

    @Override
    protected Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("requests", requests);
        parameters.put("clients", clients);
        return parameters;
    }

    @Override
    protected List<Figure> run(Surroundings surroundings) throws Exception {
        var folder = Files.createTempDirectory("keiyaku-bench");
        try (var database = BenchDatabase.open(surroundings.home(), folder, BEGIN, Map.of())) {
            var population = new Population(database, ApiBench::noTokens);
            population.offer();
            int most = clients.stream().max(Integer::compare).orElseThrow();
            var people = population.people(most, PASSWORD);
            try (var server = WebProcess.start(settings(database.access()));
                    var limit = new SqlLimit(database.owner())) {
                limit.prepare(most);
                var programs = programs(server, people);
                return measure(
                        new Stage(surroundings, database, server, limit, population), programs);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Map<String, String> settings(DatabaseAccess access) {
        return Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "keiyaku.run.workers", "0",
                "logging.threshold.console", "error",
                "spring.flyway.enabled", "false",
                "KEIYAKU_DB_URL", access.url(),
                "KEIYAKU_DB_USER", access.applicationUser(),
                "KEIYAKU_DB_PASSWORD", access.applicationPassword());
    }

    private record Stage(
            Surroundings surroundings,
            BenchDatabase database,
            WebProcess server,
            SqlLimit limit,
            Population population) {}

    /** A client and the invoice that it reads. */
    private record Program(ApiClient client, String invoice) {}

    private static List<Program> programs(WebProcess server, List<String> people) throws Exception {
        var programs = new ArrayList<Program>();
        for (var email : people) {
            var client = new ApiClient(URI.create(server.address()));
            client.logIn(email, PASSWORD);
            programs.add(new Program(client, client.firstInvoice()));
        }
        return programs;
    }

    private List<Figure> measure(Stage stage, List<Program> programs) throws Exception {
        var limit = stage.limit();
        var own = new Deed("contract start", (c, i) -> programs.get(c).client().startContract());
        var read =
                new Deed(
                        "invoice read",
                        (c, i) -> programs.get(c).client().readInvoice(programs.get(c).invoice()));
        var open =
                new Deed(
                        "account opened, by its door",
                        (c, i) -> stage.population().open(opened.getAndIncrement()));
        var figures = new ArrayList<Figure>();
        var server = stage.server();
        figures.addAll(
                measure(stage, own, () -> (double) server.cpuMillis(), (c, i) -> limit.write(c)));
        figures.addAll(
                measure(stage, read, () -> (double) server.cpuMillis(), (c, i) -> limit.read(c)));
        figures.addAll(measure(stage, open, ApiBench::ownCpu, null));
        figures.add(
                Figure.of(
                        "peakMemoryMb",
                        "most memory of the web's process",
                        server.peakMegabytes(),
                        "MB"));
        return figures;
    }

    private static double ownCpu() {
        return keiyaku.bench.ProcessFigures.millis(ProcessHandle.current().pid());
    }

    /** What a client does, under the name that the figures have. */
    private record Deed(String name, Clients.Request request) {}

    private List<Figure> measure(
            Stage stage,
            Deed deed,
            Supplier<Double> cpu,
            Clients.@org.jspecify.annotations.Nullable Request alone)
            throws Exception {
        var figures = new ArrayList<Figure>();
        Clients.measure(clients.getLast(), requests, deed.request());
        for (int count : clients) {
            stage.surroundings().progress().accept(deed.name() + ", " + count + " at once");
            double before = cpu.get();
            var measured = Clients.measure(count, requests, deed.request());
            double used = (cpu.get() - before) / requests;
            var of = deed.name() + ", " + count + " at once";
            var key = key(deed.name()) + count;
            figures.add(Figure.of(key + "PerSecond", of, measured.perSecond(), "/s"));
            figures.add(Figure.of(key + "P50Millis", "  half within", measured.p50Millis(), "ms"));
            var p99 = Figure.of(key + "P99Millis", "  99 % within", measured.p99Millis(), "ms");
            figures.add(count == 8 ? p99.toReach("under 50") : p99);
            figures.add(Figure.of(key + "CpuMillis", "  CPU of the platform", used, "ms"));
            if (alone != null) {
                var limit = Clients.measure(count, requests, alone);
                figures.add(
                        Figure.of(key + "SqlPerSecond", "  by SQL alone", limit.perSecond(), "/s"));
            }
        }
        return figures;
    }

    /** contractStart of "contract start". */
    private static String key(String name) {
        var words = name.replaceAll(",.*", "").split(" ");
        var key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return key.toString();
    }

    private static List<String> noTokens(int count) {
        return Stream.generate(() -> "tok_bench").limit(count).toList();
    }
}
