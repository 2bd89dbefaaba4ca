package keiyaku.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Runs one of the measurements, or lists them. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure speed and size of the built product on this machine.",
            "Without a name: say what can be measured."
        })
public final class Bench implements Callable<Integer> {

    private static final int WRONG_INPUT = 2;
    private static final List<Benchmark> ALL = List.of(new StartBench(), new PageBench());

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "What to measure, or all")
    private @Nullable String name;

    @Option(names = "--json", description = "One JSON object instead of a table")
    private boolean json;

    Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        if (name == null) {
            ALL.forEach(bench -> out.printf("  %-10s %s%n", bench.name(), bench.says()));
            out.printf("  %-10s %s%n", "all", "One after the other.");
            return 0;
        }
        var chosen = ALL.stream().filter(b -> name.equals("all") || b.name().equals(name)).toList();
        if (chosen.isEmpty()) {
            spec.commandLine().getErr().println("Nothing is called " + name + ": ./keiyaku bench");
            return WRONG_INPUT;
        }
        var progress = spec.commandLine().getErr();
        var home = Path.of(System.getProperty("keiyaku.home", "."));
        var surroundings =
                new Surroundings(
                        home,
                        said -> {
                            progress.println("… " + said);
                            progress.flush();
                        });
        Map<String, List<Figure>> results = new LinkedHashMap<>();
        for (var bench : chosen) {
            results.put(bench.name(), bench.run(surroundings));
        }
        print(out, results);
        return 0;
    }

    private void print(PrintWriter out, Map<String, List<Figure>> results) {
        if (json) {
            var object = new LinkedHashMap<String, Object>(Machine.facts());
            object.put("results", results);
            out.println(JsonMapper.shared().writeValueAsString(object));
        } else {
            out.println(String.join(", ", facts()));
            results.forEach(
                    (bench, figures) -> {
                        out.println(bench);
                        figures.forEach(figure -> print(out, figure));
                    });
        }
        out.flush();
    }

    private static void print(PrintWriter out, Figure figure) {
        out.printf(
                "  %-44s %,12.2f %-8s %s%n",
                figure.what(), figure.value(), figure.unit(), figure.reach());
    }

    private static List<String> facts() {
        var facts = new ArrayList<String>();
        Machine.facts().forEach((what, value) -> facts.add(what + " " + value));
        return facts;
    }
}
