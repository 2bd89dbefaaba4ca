package keiyaku.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * Reads the command line and runs its verb. Exit codes: 0 done, 1 something does not hold (an
 * expectation, the ledger), 2 wrong input, 3 the machine or the database does not let it.
 */
@Command(
        name = "keiyaku",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            StartCommand.class,
            SimulateCommand.class,
            VerifyCommand.class,
            CatalogCommand.class,
            RunCommand.class,
            WorkCommand.class,
            TrainCommand.class,
            picocli.CommandLine.HelpCommand.class
        },
        description = "Members, contracts and money of a cloud or hosting company.")
public final class CommandLine implements Runnable {

    private final Class<?> application;

    CommandLine(Class<?> application) {
        this.application = application;
    }

    /** Runs a verb; those that need the application start it from its main class. */
    public static void run(Class<?> application, String[] arguments) {
        int code =
                line(application)
                        .execute(arguments.length == 0 ? new String[] {"help"} : arguments);
        if (code != StartCommand.KEEPS_RUNNING) {
            System.exit(code);
        }
    }

    static picocli.CommandLine line(Class<?> application) {
        var line = new picocli.CommandLine(new CommandLine(application));
        line.setExecutionExceptionHandler(inPlainWords());
        return line;
    }

    private static IExecutionExceptionHandler inPlainWords() {
        return (exception, line, parsed) -> {
            for (Throwable t = exception; t != null; t = t.getCause()) {
                var told = PlainWords.of(t);
                if (told.isPresent()) {
                    line.getErr().println(told.get().text());
                    return told.get().exitCode();
                }
            }
            throw exception;
        };
    }

    Class<?> application() {
        return application;
    }

    @Override
    public void run() {
        throw new UsageException("Name a verb; ./keiyaku help lists them.");
    }
}
