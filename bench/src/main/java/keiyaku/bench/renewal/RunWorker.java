package keiyaku.bench.renewal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import keiyaku.bench.ProcessFigures;
import keiyaku.bench.world.BenchDatabase;
import keiyaku.run.Runs;
import keiyaku.shared.MovableClock;

/**
 * A process of the run. Each line of its input names an instant and a work: it moves its clock
 * there, does what is due, and tells what it took. It ends with its input.
 */
final class RunWorker {

    static final String READY = "ready";

    private RunWorker() {}

    /** The arguments are an instant, how many chunks at once, and settings as name=value. */
    public static void main(String[] arguments) throws IOException {
        var settings = settings(arguments);
        int atOnce = Integer.parseInt(arguments[1]);
        try (var context = BenchDatabase.doors(settings, Instant.parse(arguments[0]))) {
            var clock = context.getBean(MovableClock.class);
            var runs = context.getBean(Runs.class);
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            say(READY);
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var words = line.split(" ");
                clock.advanceTo(Instant.parse(words[0]));
                say(result(runs, words[1], atOnce));
            }
        }
    }

    private static String result(Runs runs, String work, int atOnce) {
        long pid = ProcessHandle.current().pid();
        long cpu = ProcessFigures.millis(pid);
        var outcome = runs.catchUp(work, atOnce);
        return "done %d %d %d %.1f"
                .formatted(
                        outcome.done(),
                        outcome.parked(),
                        ProcessFigures.millis(pid) - cpu,
                        ProcessFigures.peakMegabytes(pid));
    }

    private static Map<String, String> settings(String[] arguments) {
        var settings = new HashMap<String, String>();
        for (int i = 2; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            settings.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        return settings;
    }

    private static void say(String text) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(text);
    }
}
