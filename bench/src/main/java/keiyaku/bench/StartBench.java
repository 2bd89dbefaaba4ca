package keiyaku.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** From the launcher's call to the first page, on data that is there already. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Time to the first answer, warm, and memory besides PostgreSQL.")
final class StartBench extends Benchmark {

    private static final int ROUNDS = 5;
    private static final int REQUESTS = 200;

    StartBench() {}

    @Override
    protected Map<String, Object> parameters() {
        return Map.of();
    }

    @Override
    protected List<Figure> run(Surroundings surroundings) throws IOException, InterruptedException {
        var folder = Product.folder();
        var seconds = new ArrayList<Double>();
        var platform = new ArrayList<Double>();
        var sandbox = new ArrayList<Double>();
        try {
            double first = 0;
            for (int round = 0; round <= ROUNDS; round++) {
                try (var product = Product.start(surroundings.home(), folder)) {
                    if (round == 0) {
                        first = product.startedInSeconds();
                        continue;
                    }
                    seconds.add(product.startedInSeconds());
                    for (int i = 0; i < REQUESTS; i++) {
                        product.get("/");
                    }
                    platform.add(product.platformMegabytes());
                    sandbox.add(product.sandboxMegabytes());
                }
                surroundings
                        .progress()
                        .accept(
                                "start %d of %d: %.2f s"
                                        .formatted(round, ROUNDS, seconds.getLast()));
            }
            return List.of(
                    Figure.of(
                            "firstStartSeconds",
                            "first start, database made and migrated",
                            first,
                            "s"),
                    Figure.of(
                                    "warmStartSeconds",
                                    "warm start to first answer, median",
                                    Median.of(seconds),
                                    "s")
                            .toReach("under 3"),
                    Figure.of(
                                    "platformMemoryMb",
                                    "memory of the platform, median",
                                    Median.of(platform),
                                    "MB")
                            .toReach("under 350"),
                    Figure.of(
                            "sandboxMemoryMb",
                            "memory of the sandbox, median",
                            Median.of(sandbox),
                            "MB"));
        } finally {
            Product.drop(folder);
        }
    }
}
