package keiyaku.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import keiyaku.scenario.ExpectationException;
import keiyaku.scenario.Play;
import keiyaku.scenario.Report;
import keiyaku.scenario.ReportText;
import keiyaku.scenario.ScenarioFile;
import keiyaku.scenario.Verbs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a scenario through the application's own doors, on a database made for it and a clock that
 * moves from step to step.
 */
@Command(
        name = "simulate",
        description = "Play a scenario: what happens, which invoices come, what is collected.")
final class SimulateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The scenario")
    private @Nullable Path file;

    @Option(names = "--json", description = "The result as one JSON object")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            description = "Show this, and the verbs that a step can do")
    private boolean help;

    SimulateCommand() {}

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        if (help) {
            return help(out);
        }
        if (file == null) {
            throw new UsageException("Name a scenario: ./keiyaku simulate scenarios/example.yaml");
        }
        if (!Files.isReadable(file)) {
            throw new UsageException(file + ": there is no such file, or it cannot be read.");
        }
        var scenario = file;
        var start = ScenarioFile.start(scenario);
        return inThrowAwayWorld(
                start.toString(),
                context -> {
                    var read = ScenarioFile.read(scenario, context.getBean(Verbs.class));
                    try {
                        print(out, context.getBean(Play.class).play(read));
                        return 0;
                    } catch (ExpectationException e) {
                        spec.commandLine().getErr().println(e.getMessage());
                        return 1;
                    }
                });
    }

    private int help(PrintWriter out) throws IOException {
        spec.commandLine().usage(out);
        List<String> lines =
                inThrowAwayWorld(
                        "2026-01-01T00:00:00Z", context -> context.getBean(Verbs.class).lines());
        out.println("\nVerbs of a step (besides at, do and expect):");
        lines.forEach(line -> out.println("  " + line));
        out.flush();
        return 0;
    }

    private void print(PrintWriter out, Report report) {
        out.println(
                json
                        ? JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(report)
                        : ReportText.of(report));
        out.flush();
    }

    private interface Work<T> {
        T on(ApplicationContext context);
    }

    private static <T> T inThrowAwayWorld(String start, Work<T> work) throws IOException {
        var folder = Files.createTempDirectory("keiyaku-scenario");
        var sandbox = SandboxProcess.startThrowAway();
        try {
            Map<String, Object> settings = new HashMap<>(sandbox.settings());
            settings.put("keiyaku.data", folder.toString());
            settings.put("keiyaku.data-throw-away", true);
            settings.put("keiyaku.clock.start", start);
            settings.put("keiyaku.sandbox", false);
            settings.put("keiyaku.outside.acquirer-timeout", "4s");
            return new WithApplication().call(settings, work::on);
        } finally {
            sandbox.process().destroy();
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
