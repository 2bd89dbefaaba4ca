package keiyaku.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import keiyaku.run.Parked;
import keiyaku.run.Progress;
import keiyaku.run.Runs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The run as its operator sees it: how far, what is set aside, and its brakes (B-40). */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "status|parked|take-up|pause|resume",
        description = "See how far the due work is, hold it, and take up what was set aside.")
final class RunCommand implements Runnable {

    private static final String BY = System.getProperty("user.name", "operator");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    RunCommand() {}

    @Override
    public void run() {
        throw new UsageException("Say what to do: ./keiyaku run status shows how far it is.");
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "How far each work is, over all processes, and which are held.")
    void status(
            @Option(names = "--json", description = "One JSON object instead of lines")
                    boolean json,
            @Mixin WithApplication application) {
        var all = application.callReading(context -> context.getBean(Runs.class).progress());
        if (json) {
            var works = all.stream().map(RunCommand::object).toList();
            out().println(JsonMapper.shared().writeValueAsString(Map.of("works", works)));
        } else {
            all.forEach(this::tell);
        }
        out().flush();
    }

    @Command(
            name = "parked",
            mixinStandardHelpOptions = true,
            description = "What failed by itself and waits for you, the latest first.")
    void parked(
            @Option(names = "--json", description = "One JSON object instead of lines")
                    boolean json,
            @Option(names = "--limit", defaultValue = "100", description = "At most (default 100)")
                    int limit,
            @Mixin WithApplication application) {
        var all = application.callReading(context -> context.getBean(Runs.class).parked(limit));
        if (json) {
            var pieces = all.stream().map(RunCommand::object).toList();
            out().println(JsonMapper.shared().writeValueAsString(Map.of("parked", pieces)));
        } else {
            all.forEach(this::tell);
            out().println(all.isEmpty() ? "Nothing is set aside." : all.size() + " set aside.");
        }
        out().flush();
    }

    @Command(
            name = "take-up",
            mixinStandardHelpOptions = true,
            description = "Make what was set aside due again, once its reason is mended.")
    void takeUp(
            @Parameters(paramLabel = "WORK", description = "As status names it") String work,
            @Mixin WithApplication application) {
        with(
                application,
                runs -> {
                    var pieces = ofWork(runs, work);
                    pieces.forEach(p -> runs.takeUp(work, p.account(), p.subject(), BY));
                    out().println(pieces.size() + " taken up again.");
                });
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = {
                "Hold a work in all processes after the chunks that are being done.",
                "Nothing is lost; what falls due meanwhile is done after resume."
            })
    void pause(
            @Parameters(paramLabel = "WORK", description = "As status names it") String work,
            @Option(names = "--why", required = true, description = "For those who find it held")
                    String why,
            @Mixin WithApplication application) {
        with(
                application,
                runs -> {
                    runs.pause(named(runs, work), BY, why);
                    out().println(work + " is held; ./keiyaku run resume " + work);
                });
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Let a work that is held go on.")
    void resume(
            @Parameters(paramLabel = "WORK", description = "As status names it") String work,
            @Mixin WithApplication application) {
        with(
                application,
                runs -> {
                    runs.resume(named(runs, work));
                    out().println(work + " goes on.");
                });
    }

    private void with(WithApplication application, Consumer<Runs> work) {
        application.callBeside(
                context -> {
                    work.accept(context.getBean(Runs.class));
                    return 0;
                });
        out().flush();
    }

    private static List<Parked> ofWork(Runs runs, String work) {
        named(runs, work);
        return runs.parked(Integer.MAX_VALUE).stream()
                .filter(piece -> piece.work().equals(work))
                .toList();
    }

    private static String named(Runs runs, String work) {
        var known = runs.progress().stream().map(Progress::work).toList();
        if (!known.contains(work)) {
            throw new UsageException(
                    "No work is called '%s'. There are: %s."
                            .formatted(work, String.join(", ", known)));
        }
        return work;
    }

    private void tell(Progress progress) {
        out().printf(
                        "%-24s %,10d to do %,12d done %,8d parked %,8d/s  %s%n",
                        progress.work(),
                        progress.toDo(),
                        progress.done(),
                        progress.parked(),
                        progress.rate(),
                        next(progress));
    }

    private static String next(Progress progress) {
        var pause = progress.pause();
        if (pause != null) {
            return "held by " + pause.by() + " since " + pause.at() + ": " + pause.why();
        }
        return progress.next() == null ? "nothing planned" : "next " + progress.next();
    }

    private void tell(Parked piece) {
        out().printf(
                        "%s %-16s %s of %s%n         %s%n",
                        piece.at(), piece.work(), piece.subject(), piece.account(), piece.reason());
    }

    private static Map<String, @Nullable Object> object(Progress progress) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("work", progress.work());
        object.put("toDo", progress.toDo());
        object.put("done", progress.done());
        object.put("failed", progress.failed());
        object.put("parked", progress.parked());
        object.put("rate", progress.rate());
        object.put("next", text(progress.next()));
        object.put("last", text(progress.last()));
        var pause = progress.pause();
        object.put("heldBy", pause == null ? null : pause.by());
        object.put("heldWhy", pause == null ? null : pause.why());
        return object;
    }

    private static Map<String, Object> object(Parked piece) {
        return Map.of(
                "at", piece.at().toString(),
                "work", piece.work(),
                "account", piece.account().toString(),
                "subject", piece.subject().toString(),
                "reason", piece.reason());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
