package keiyaku.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a page costs in CPU time of the platform's process, PostgreSQL's not counted. */
final class PageBench implements Benchmark {

    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 7;
    private static final int REQUESTS = 500;
    private static final List<String> PATHS = List.of("/", "/sign-in", "/sign-up");

    PageBench() {}

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String says() {
        return "CPU time of a page at the median, over many requests.";
    }

    @Override
    public List<Figure> run(Surroundings surroundings) throws IOException, InterruptedException {
        var folder = Product.folder();
        try (var product = Product.start(surroundings.home(), folder)) {
            var figures = new ArrayList<Figure>();
            for (var path : PATHS) {
                int status = product.get(path).statusCode();
                if (status != 200) {
                    surroundings.progress().accept(path + " answers " + status + ": left out");
                    continue;
                }
                figures.add(
                        Figure.of(path + ", CPU per request, median", measure(product, path), "ms")
                                .toReach("under 5"));
                surroundings.progress().accept(path);
            }
            return figures;
        } finally {
            Product.drop(folder);
        }
    }

    private static double measure(Product product, String path)
            throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            product.get(path);
        }
        var rounds = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            double before = product.cpuMillis();
            for (int i = 0; i < REQUESTS; i++) {
                product.get(path);
            }
            rounds.add((product.cpuMillis() - before) / REQUESTS);
        }
        return Median.of(rounds);
    }
}
