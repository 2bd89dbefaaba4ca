package keiyaku.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Diff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The catalog as a file: put into force from a day on, or taken out (C-1). */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "apply|export",
        description = "Apply a catalog file, or export the catalog as one (docs/catalog.md).")
final class CatalogCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    CatalogCommand() {}

    @Override
    public void run() {
        throw new UsageException(
                "Say what to do: ./keiyaku catalog apply FILE, or ./keiyaku catalog export.");
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = {
                "Show what FILE changes, then put it into force.",
                "What the file does not have is no longer offered from that day."
            })
    void apply(
            @Parameters(paramLabel = "FILE", description = "The catalog, YAML") Path file,
            @Option(
                            names = "--effective",
                            paramLabel = "DATE",
                            description = "From which day on (default today), such as 2027-04-01")
                    @Nullable LocalDate effective,
            @Option(names = "--dry-run", description = "Only show what would change")
                    boolean dryRun,
            @Mixin WithApplication application) {
        var read = CatalogFile.read(file);
        application.call(context -> apply(context, new Wish(read, effective, dryRun)));
    }

    private record Wish(CatalogFile file, @Nullable LocalDate effective, boolean dryRun) {}

    private Diff apply(ApplicationContext context, Wish wish) {
        var catalogs = context.getBean(Catalogs.class);
        var diff =
                wish.effective() == null
                        ? catalogs.preview(wish.file())
                        : catalogs.preview(wish.file(), wish.effective());
        show(diff);
        if (!diff.isEmpty() && !wish.dryRun()) {
            catalogs.apply(wish.file(), diff.effectiveOn(), System.getProperty("user.name"));
        }
        out().println(outcome(diff, wish.dryRun()));
        return diff;
    }

    private void show(Diff diff) {
        if (!diff.isEmpty()) {
            out().println("From " + diff.effectiveOn() + ":");
            diff.lines().forEach(out()::println);
            out().println();
        }
    }

    private static String outcome(Diff diff, boolean dryRun) {
        if (diff.isEmpty()) {
            return "No change: the catalog of " + diff.effectiveOn() + " is the same.";
        }
        int count = diff.changes().size();
        var items = count == 1 ? "1 item" : count + " items";
        return dryRun
                ? "Nothing was applied (--dry-run); " + items + " would change."
                : "Applied: " + items + " changed.";
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Write the catalog of a day as a file; applying it changes nothing.")
    void export(
            @Option(
                            names = "--on",
                            paramLabel = "DATE",
                            description = "Of which day (default today), such as 2027-04-01")
                    @Nullable LocalDate on,
            @Mixin WithApplication application) {
        var text =
                application.call(
                        context -> {
                            var catalogs = context.getBean(Catalogs.class);
                            return catalogs.export(on == null ? catalogs.today() : on);
                        });
        out().print(text);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
