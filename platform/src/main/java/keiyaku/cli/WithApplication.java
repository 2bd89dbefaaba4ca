package keiyaku.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import keiyaku.database.DatabaseAccess;
import keiyaku.database.FolderInUseException;
import keiyaku.database.RunningDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;

/**
 * For verbs that need the doors but no web: the application on the same database, without web,
 * workers and log, for as long as the verb takes. Used as a picocli mixin.
 */
final class WithApplication {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder of the data (default ./data)")
    private @Nullable Path data;

    WithApplication() {}

    /** Does the work and gives what it gives; its exceptions come through. */
    <T> T call(Function<ApplicationContext, T> work) {
        return call(Map.of(), work);
    }

    /** The same with settings that go before those of the application. */
    <T> T call(Map<String, Object> settings, Function<ApplicationContext, T> work) {
        var all = new HashMap<String, Object>();
        all.put("logging.threshold.console", "off");
        all.put("keiyaku.run.workers", 0);
        if (data != null) {
            all.put("keiyaku.data", data);
        }
        all.putAll(settings);
        var builder = new SpringApplicationBuilder(Doors.class).web(WebApplicationType.NONE);
        try (var context = builder.run(arguments(all))) {
            return work.apply(context);
        } catch (RuntimeException e) {
            throw inUse(e) instanceof FolderInUseException folder ? busy(folder) : e;
        }
    }

    /**
     * For verbs that only read: while the product runs on the folder they look into its database as
     * a role that can do no more.
     */
    <T> T callReading(Function<ApplicationContext, T> work) {
        return call(beside(RunningDatabase::on), work);
    }

    /** For verbs that change a little: while the product runs on the folder, beside it. */
    <T> T callBeside(Function<ApplicationContext, T> work) {
        return call(besideRunning(), work);
    }

    /** The settings by which a process works on the folder's database while another one runs. */
    Map<String, Object> besideRunning() {
        return beside(RunningDatabase::workingOn);
    }

    private Map<String, Object> beside(Function<Path, Optional<DatabaseAccess>> running) {
        if (!System.getenv().getOrDefault("KEIYAKU_DB_URL", "").isBlank()) {
            return Map.of();
        }
        var folder = data == null ? StartCommand.home().resolve("data") : data;
        return running.apply(folder).map(WithApplication::access).orElse(Map.of());
    }

    private static Map<String, Object> access(DatabaseAccess running) {
        return Map.of(
                "KEIYAKU_DB_URL", running.url(),
                "KEIYAKU_DB_USER", running.applicationUser(),
                "KEIYAKU_DB_PASSWORD", running.applicationPassword(),
                "spring.flyway.enabled", false);
    }

    /** As arguments, since defaults would stand behind what application.yaml says. */
    static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private static @Nullable Throwable inUse(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof FolderInUseException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static NotPossibleException busy(FolderInUseException e) {
        return new NotPossibleException(
                "Keiyaku is running on "
                        + e.folder().toAbsolutePath().normalize()
                        + ", and its embedded database serves one process at a time. Stop it and"
                        + " try again; or run Keiyaku on a PostgreSQL of your own, named by"
                        + " KEIYAKU_DB_URL, which all verbs can use while it runs.",
                e);
    }
}
