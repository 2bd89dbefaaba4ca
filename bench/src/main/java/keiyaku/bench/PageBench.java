package keiyaku.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** What a page costs in CPU time of the platform's process, PostgreSQL's not counted. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = "CPU time of a page at the median, over many requests.")
final class PageBench extends Benchmark {

    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 100;

    /** Of someone who is logged in and has a paid contract, whose own page comes last. */
    private static final List<String> PATHS =
            List.of("/", "/login", "/sign-up/place", "/my", "/my/invoices", "/console");

    PageBench() {}

    @Override
    protected Map<String, Object> parameters() {
        return Map.of();
    }

    @Override
    protected List<Figure> run(Surroundings surroundings) throws IOException, InterruptedException {
        var folder = Product.folder();
        try (var product = Product.start(surroundings.home(), folder)) {
            var figures = new ArrayList<Figure>();
            var visit = new Visit(product.address());
            var contract = Customer.madeBy(visit, new Visit(product.inbox()));
            var paths = new LinkedHashMap<String, String>();
            PATHS.forEach(path -> paths.put(path, path));
            paths.put("/console/contracts/{id}", contract);
            for (var entry : paths.entrySet()) {
                var path = entry.getKey();
                figures.add(
                        Figure.of(
                                        "cpuMillis " + path,
                                        path + ", CPU per request, median",
                                        measure(product, visit, entry.getValue()),
                                        "ms")
                                .toReach("under 5"));
                surroundings
                        .progress()
                        .accept("%s: %.1f ms".formatted(path, figures.getLast().value()));
            }
            figures.add(
                    Figure.of(
                                    "platformMemoryMb",
                                    "memory of the platform after these",
                                    product.platformMegabytes(),
                                    "MB")
                            .toReach("under 350"));
            return figures;
        } finally {
            Product.drop(folder);
        }
    }

    private static double measure(Product product, Visit visit, String path)
            throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            visit.get(path);
        }
        var rounds = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            double before = product.cpuMillis();
            for (int i = 0; i < REQUESTS; i++) {
                visit.get(path);
            }
            rounds.add((product.cpuMillis() - before) / REQUESTS);
        }
        return Median.of(rounds);
    }
}
