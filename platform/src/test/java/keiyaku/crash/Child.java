package keiyaku.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import keiyaku.database.RunningDatabase;
import keiyaku.testing.Sources;

/** The product as a real process of its own on a folder, to be killed. */
public final class Child implements AutoCloseable {

    /** What it is told to show to the outside; not those of the sources, which it refuses. */
    public static final String KEY = "of-this-test";

    private static final String SEALING_KEY = "YSBrZXkgYnkgd2hpY2ggdGVzdHMgc2VhbCBrZXlzISE=";
    public static final String PRODUCT_SECRET = "whsec_b2YgdGhpcyB0ZXN0IG9mIHRoaXMgdGVzdA==";

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path folder;
    private final int port;

    private Child(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts the compiled classes as ./keiyaku start would, and waits for the first answer. */
    public static Child start(Path folder, Map<String, String> environment) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(java());
        command.addAll(List.of("keiyaku.Application", "start"));
        command.addAll(List.of("--no-sandbox", "--port", "" + port, "--data", folder + ""));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("child.log").toFile()));
        builder.environment().put("KEIYAKU_OUTSIDE_ACQUIRER_KEY", KEY);
        builder.environment().put("KEIYAKU_OUTSIDE_SMS_KEY", KEY);
        builder.environment().put("KEIYAKU_OUTSIDE_BANK_KEY", KEY);
        builder.environment().put("KEIYAKU_OUTSIDE_WALLET_KEY", KEY);
        builder.environment().put("KEIYAKU_OUTSIDE_AUTHORITY_KEY", SEALING_KEY);
        builder.environment().put("KEIYAKU_OUTSIDE_PRODUCT_SECRET", PRODUCT_SECRET);
        builder.environment().putAll(environment);
        var child = new Child(builder.start(), folder, port);
        await(() -> child.answers() || !child.process.isAlive(), "the first answer");
        if (!child.process.isAlive()) {
            throw new IOException(Files.readString(folder.resolve("child.log")));
        }
        return child;
    }

    /** Where its pages are. */
    public String url() {
        return "http://localhost:" + port;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** All that it has said so far. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("child.log"));
    }

    boolean answers() {
        try {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As the owner of the tables, beside the product. */
    public Connection database() throws SQLException, IOException {
        var access = RunningDatabase.on(folder).orElseThrow();
        var password = Files.readString(folder.resolve("postgres/owner-password")).strip();
        return DriverManager.getConnection(access.url(), "keiyaku_owner", password);
    }

    ProcessHandle postgres() throws IOException {
        var lines = Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    }

    /** kill -9, as when the machine runs out of memory. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    static void kill(ProcessHandle other) {
        other.destroyForcibly();
        await(() -> !other.isAlive(), "the end of " + other.pid());
    }

    /** SIGTERM; gives the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not stop");
        }
        return process.exitValue();
    }

    static void await(BooleanSupplier condition, String what) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }

    /** A JVM with the classes of this one, up to the name of the main class. */
    static List<String> java() {
        var command = new ArrayList<>(jvm());
        command.addAll(List.of("-cp", classPath()));
        return command;
    }

    /** The program and the flags of the launcher. */
    static List<String> jvm() {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dkeiyaku.home=" + Sources.root());
    }

    static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
