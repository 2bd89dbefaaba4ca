package keiyaku.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import keiyaku.database.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts the product: database, platform and, unless told otherwise, the sandbox. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Start the product on its own database, with the sandbox around it.")
final class StartCommand implements Callable<Integer> {

    /** Not an exit code: the process goes on until it is told to stop. */
    static final int KEEPS_RUNNING = -1;

    private static final String WORKERS = "KEIYAKU_RUN_WORKERS";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CommandLine commandLine;

    @Option(names = "--port", defaultValue = "8080", description = "Port of the web (default 8080)")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder of the data (default ./data beside this program)")
    private @Nullable Path data;

    @Option(names = "--no-sandbox", description = "Production: the outside world is the real one")
    private boolean noSandbox;

    StartCommand() {}

    @Override
    public Integer call() throws IOException {
        var folder = data == null ? home().resolve("data") : data;
        requireFree(port);
        if (System.getenv().getOrDefault("KEIYAKU_DB_URL", "").isBlank()) {
            requireFree(folder);
        }
        var sandbox = noSandbox ? null : SandboxProcess.start(folder.resolve("sandbox"));
        var settings = settings(folder, sandbox);
        var application = new SpringApplication(commandLine.application());
        if (sandbox == null) {
            application.addInitializers(new RealSecrets());
        }
        application.run(WithApplication.arguments(settings));
        if (sandbox != null) {
            sandbox.awaitReady();
        }
        tell(spec.commandLine().getOut(), settings);
        // Told to stop and stopped is no failure; the JVM would say 143 or 130.
        SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(0));
        return KEEPS_RUNNING;
    }

    static Path home() {
        return Path.of(System.getProperty("keiyaku.home", "."));
    }

    private Map<String, Object> settings(Path folder, @Nullable SandboxProcess sandbox) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        // What goes wrong at the start is told once, by the exception.
        settings.put("logging.level.org.springframework.boot.SpringApplication", "off");
        settings.put("keiyaku.data", folder.toString());
        settings.put("keiyaku.run.workers", System.getenv().getOrDefault(WORKERS, "2"));
        if (sandbox == null) {
            settings.put("spring.profiles.active", "production");
        } else {
            settings.putAll(sandbox.settings());
        }
        return settings;
    }

    private void tell(PrintWriter out, Map<String, Object> settings) {
        out.println();
        out.println("  Keiyaku          http://localhost:" + port);
        if (!noSandbox) {
            out.println("  Mail and SMS     " + settings.get("keiyaku.outside.inbox-url"));
            out.println("  Acquirer         " + settings.get("keiyaku.outside.acquirer-url"));
            out.println("  Bank             " + settings.get("keiyaku.outside.bank-url"));
            out.println("  Wallet           " + settings.get("keiyaku.outside.wallet-url"));
            var directory = String.valueOf(settings.get("keiyaku.outside.authority-url"));
            out.println("  Certificates     " + directory.replace("/acme/directory", ""));
            out.println("  Product site     " + settings.get("keiyaku.outside.product-url"));
        }
        out.println("  Stop with Ctrl-C.");
        out.println();
        out.flush();
    }

    private static void requireFree(Path folder) {
        try {
            EmbeddedDatabase.requireFree(folder);
        } catch (UncheckedIOException e) {
            throw new NotPossibleException(
                    "The folder %s cannot be used (%s). Name another one: --data FOLDER"
                            .formatted(folder, e.getCause()),
                    e);
        }
    }

    private static void requireFree(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (java.net.BindException e) {
            throw new NotPossibleException(
                    "Port " + port + " is taken. Name another one: ./keiyaku start --port 8090", e);
        }
    }
}
