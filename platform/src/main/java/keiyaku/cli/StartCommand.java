package keiyaku.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
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
        description = "Start the product on its embedded database, with the sandbox around it.")
final class StartCommand implements Callable<Integer> {

    /** Not an exit code: the process goes on until it is told to stop. */
    static final int KEEPS_RUNNING = -1;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CommandLine commandLine;

    @Option(names = "--port", defaultValue = "8080", description = "Port of the web (default 8080)")
    private int port;

    @Option(names = "--data", description = "Folder of the data (default ./data)")
    private @Nullable Path data;

    @Option(names = "--no-sandbox", description = "Production: the outside world is the real one")
    private boolean noSandbox;

    StartCommand() {}

    @Override
    public Integer call() throws IOException {
        requireFree(port);
        var out = spec.commandLine().getOut();
        var home = Path.of(System.getProperty("keiyaku.home", "."));
        var folder = data == null ? home.resolve("data") : data;
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("keiyaku.data", folder.toString());
        settings.put("keiyaku.public-url", "http://localhost:" + port);
        if (noSandbox) {
            settings.put("spring.profiles.active", "production");
        } else {
            settings.putAll(SandboxProcess.start(folder.resolve("sandbox")).settings());
        }
        new SpringApplication(commandLine.application()).run(WithApplication.arguments(settings));
        tell(out, settings);
        return KEEPS_RUNNING;
    }

    private void tell(PrintWriter out, Map<String, Object> settings) {
        out.println();
        out.println("  Keiyaku          http://localhost:" + port);
        if (!noSandbox) {
            out.println("  Mail and SMS     " + settings.get("keiyaku.outside.inbox-url"));
            out.println("  Acquirer         " + settings.get("keiyaku.outside.acquirer-url"));
            out.println("  Product site     " + settings.get("keiyaku.outside.product-url"));
        }
        out.println("  Stop with Ctrl-C.");
        out.println();
        out.flush();
    }

    private static void requireFree(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
            socket.getLocalPort();
        } catch (java.net.BindException e) {
            throw new UsageException(
                    "Port " + port + " is taken. Name another one: ./keiyaku start --port 8090");
        }
    }
}
