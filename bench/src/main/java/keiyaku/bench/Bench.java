package keiyaku.bench;

import keiyaku.bench.api.ApiBench;
import keiyaku.bench.renewal.RenewalBench;
import keiyaku.bench.usage.UsageBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what can be measured; each measurement is a subcommand. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME",
        subcommands = {
            StartBench.class,
            PageBench.class,
            RenewalBench.class,
            ApiBench.class,
            UsageBench.class
        },
        description = "Measure speed and size of the built product on this machine.")
public final class Bench implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
