package keiyaku.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import keiyaku.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own, a child of this process, with its data in a folder; it listens on
 * the loopback address at a free port and lets in only who knows its random password.
 *
 * <p>Durable unless made throw-away. It ends with this process also when that one is killed.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String OWNER = "keiyaku_owner";

    /** Whether what is committed must outlive a power cut. */
    public enum Durability {
        DURABLE,
        /** For scenarios and tests, whose data is dropped at the end. */
        THROW_AWAY
    }

    private final Path cluster;
    private final PostgresServer server;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Path cluster, PostgresServer server, int port, String password) {
        this.cluster = cluster;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /** Starts on a folder, which is made at the first start; waits until the server answers. */
    public static EmbeddedPostgres start(Path folder, Path cache, Durability durability) {
        var home = PostgresBinaries.unpack(cache.toAbsolutePath());
        var cluster = folder.toAbsolutePath().resolve("cluster");
        try {
            var passwordFile = folder.resolve("owner-password").toAbsolutePath();
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                create(home, folder, cluster, passwordFile, durability);
            }
            stopLeftOver(cluster);
            int port = freePort();
            var server = launch(home, folder, cluster, port, durability);
            var postgres =
                    new EmbeddedPostgres(
                            cluster, server, port, Files.readString(passwordFile).strip());
            postgres.awaitAnswer();
            server.keep();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL started", e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The role that owns all tables; the application works as another one. */
    public String owner() {
        return OWNER;
    }

    public String password() {
        return password;
    }

    public long pid() {
        return server.pid();
    }

    /** A fast shutdown: open transactions are rolled back, what is committed is on disk. */
    @Override
    public void close() {
        server.stop();
    }

    private static void create(
            Path home, Path folder, Path cluster, Path passwordFile, Durability durability)
            throws IOException, InterruptedException {
        Directories.delete(cluster);
        Files.createDirectories(folder);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, Ids.secret() + "\n");
        var building = folder.toAbsolutePath().resolve("cluster-being-made");
        Directories.delete(building);
        PostgresCommand.run(
                PostgresCommand.plain(
                        home.resolve("bin/initdb"),
                        "--pgdata=" + building,
                        "--username=" + OWNER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--data-checksums",
                        "--set=scram_iterations=1",
                        durability == Durability.DURABLE ? "--sync-method=fsync" : "--no-sync"),
                folder);
        Files.move(building, cluster);
    }

    private static PostgresServer launch(
            Path home, Path folder, Path cluster, int port, Durability durability)
            throws IOException, InterruptedException {
        var command =
                PostgresCommand.dyingWithParent(
                        home.resolve("bin/postgres"),
                        PostgresSettings.arguments(cluster, port, durability));
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("postgres.log").toFile()));
        return PostgresServer.start(builder);
    }

    /** A server whose parent was killed may still be shutting down: it is waited for. */
    private static void stopLeftOver(Path cluster) throws IOException, InterruptedException {
        var pid = serverPid(cluster);
        var left = pid == null ? null : ProcessHandle.of(pid).orElse(null);
        if (left == null || !isPostgres(left)) {
            return;
        }
        new ProcessBuilder("kill", "-INT", Long.toString(left.pid())).start().waitFor();
        for (int i = 0; i < 300 && left.isAlive(); i++) {
            Thread.sleep(100);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(c -> c.endsWith("postgres")).isPresent();
    }

    private static @Nullable Long serverPid(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return null;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")
                ? null
                : Long.valueOf(lines.getFirst().strip());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < until) {
            if (!server.isAlive()) {
                throw new IOException(
                        "PostgreSQL ended while it started; its words are in "
                                + cluster.resolveSibling("postgres.log"));
            }
            try (var ignored = DriverManager.getConnection(url("postgres"), OWNER, password)) {
                return;
            } catch (SQLException e) {
                Thread.sleep(25);
            }
        }
        throw new IOException("PostgreSQL did not answer within " + START_LIMIT.toSeconds() + " s");
    }
}
