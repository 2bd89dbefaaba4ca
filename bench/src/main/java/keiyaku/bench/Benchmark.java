package keiyaku.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** One thing that is measured; bounded, and it leaves nothing behind. A subcommand each. */
public abstract class Benchmark implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object instead of a table")
    private boolean json;

    protected Benchmark() {}

    /** What was asked for, by the names of the options. */
    protected abstract Map<String, Object> parameters();

    protected abstract List<Figure> run(Surroundings surroundings) throws Exception;

    @Override
    public final Integer call() throws Exception {
        var progress = spec.commandLine().getErr();
        var home = Path.of(System.getProperty("keiyaku.home", ".")).toAbsolutePath().normalize();
        var surroundings =
                new Surroundings(
                        home,
                        said -> {
                            progress.println("… " + said);
                            progress.flush();
                        });
        var figures = run(surroundings);
        var out = spec.commandLine().getOut();
        out.println(json ? object(figures) : table(figures));
        out.flush();
        return 0;
    }

    private String object(List<Figure> figures) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("bench", spec.name());
        all.putAll(parameters());
        figures.forEach(figure -> all.put(figure.key(), figure.rounded()));
        all.put("machine", Machine.facts());
        return JsonMapper.shared().writeValueAsString(all);
    }

    private String table(List<Figure> figures) {
        var text = new StringBuilder(spec.name());
        parameters().forEach((name, value) -> text.append(" --").append(name + " " + value));
        Machine.facts().forEach((what, value) -> text.append(", ").append(what + " " + value));
        figures.forEach(figure -> text.append('\n').append(figure.line()));
        return text.toString();
    }
}
