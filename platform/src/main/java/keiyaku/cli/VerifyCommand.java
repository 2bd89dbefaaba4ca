package keiyaku.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import keiyaku.database.Verification;
import keiyaku.database.Verification.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Proves that the books and all else add up, also while the product runs (B-31). */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Prove on the live data that the books and all else add up.",
            "Exit code 1 when something does not hold; what, and where, is named."
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object instead of lines")
    private boolean json;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private WithApplication application;

    VerifyCommand() {}

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        List<Result> results = new ArrayList<>();
        Consumer<Result> each = json ? results::add : result -> tell(out, result);
        boolean holds =
                application.callReading(context -> context.getBean(Verification.class).run(each));
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(object(holds, results)));
        } else {
            out.println();
            out.println(holds ? "All holds." : "Not all holds; see above.");
        }
        out.flush();
        return holds ? 0 : 1;
    }

    private static void tell(PrintWriter out, Result result) {
        out.printf(
                "%-8s %-36s %,14d rows %8s%n",
                result.holds() ? "holds" : "WRONG",
                result.name(),
                result.rows(),
                seconds(result.took()));
        out.println("         " + result.says());
        for (var finding : result.findings()) {
            out.println("         - " + finding.subject() + ": " + finding.text());
        }
        long more = result.found() - result.findings().size();
        if (more > 0) {
            out.printf("         - and %,d more%n", more);
        }
        out.flush();
    }

    private static String seconds(Duration took) {
        return "%d.%02d s".formatted(took.toSeconds(), took.toMillisPart() / 10);
    }

    private static Map<String, Object> object(boolean holds, List<Result> results) {
        return Map.of(
                "holds", holds, "invariants", results.stream().map(VerifyCommand::object).toList());
    }

    private static Map<String, Object> object(Result result) {
        return Map.of(
                "name", result.name(),
                "says", result.says(),
                "rows", result.rows(),
                "found", result.found(),
                "findings", result.findings(),
                "millis", result.took().toMillis());
    }
}
