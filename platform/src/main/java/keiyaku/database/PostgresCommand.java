package keiyaku.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are called on this machine. They refuse root, so root calls them in a
 * user name space of its own; and where setpriv is there the server is told to stop when its parent
 * dies, so that a kill -9 of the application leaves no server behind.
 */
final class PostgresCommand {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final boolean SETPRIV = onPath("setpriv");
    private static final boolean SETSID = onPath("setsid");

    private PostgresCommand() {}

    static List<String> plain(Path program, String... arguments) {
        var command = new ArrayList<>(asOtherThanRoot());
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Stops with this application: SIGINT is PostgreSQL's fast shutdown. In a session of its own,
     * since Ctrl-C at the terminal is for the application, which stops the server in the end.
     */
    static List<String> dyingWithParent(Path program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (SETSID) {
            command.add("setsid");
        }
        command.addAll(asOtherThanRoot());
        if (SETPRIV) {
            command.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        }
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Runs to the end; output of a failure becomes the exception's message. */
    static void run(List<String> command, Path workingDirectory)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .directory(workingDirectory.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " failed: " + output.strip());
        }
    }

    private static List<String> asOtherThanRoot() {
        return ROOT ? List.of("unshare", "-U") : List.of();
    }

    private static boolean onPath(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
