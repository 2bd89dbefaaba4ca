package keiyaku.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database on an embedded server: the folder's lock, the server, the two roles. */
public final class EmbeddedDatabase implements AutoCloseable {

    private final Path folder;
    private final FileChannel lockFile;
    private final EmbeddedPostgres postgres;
    private final EmbeddedRoles roles;

    private EmbeddedDatabase(
            Path folder, FileChannel lockFile, EmbeddedPostgres postgres, EmbeddedRoles roles) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.postgres = postgres;
        this.roles = roles;
    }

    /**
     * Opens the database in a folder.
     *
     * @throws FolderInUseException when another Keiyaku works on the folder
     */
    public static EmbeddedDatabase open(
            Path folder, Path cache, EmbeddedPostgres.Durability durability) {
        try {
            Files.createDirectories(folder);
            var lockFile = lock(folder);
            var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), cache, durability);
            return new EmbeddedDatabase(
                    folder, lockFile, postgres, EmbeddedRoles.prepare(postgres));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used", e);
        }
    }

    /**
     * Asks only whether it could be opened, before anything else is started.
     *
     * @throws FolderInUseException when another Keiyaku works on the folder
     */
    public static void requireFree(Path folder) {
        try {
            Files.createDirectories(folder);
            lock(folder).close();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used", e);
        }
    }

    /** Creates a database, from a template when one is named. */
    public DatabaseAccess create(String name, @Nullable String template) {
        var from = template == null ? "" : " TEMPLATE " + template;
        execute("CREATE DATABASE " + name + from);
        return access(name);
    }

    /**
     * The access to a database that is made when it is not there; from now on others on this
     * machine may look into it: see {@link RunningDatabase}.
     */
    public DatabaseAccess createIfMissing(String name) {
        try (var connection = owner();
                var query =
                        connection.prepareStatement(
                                "SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                var access = row.next() ? access(name) : create(name, null);
                RunningDatabase.tell(folder, access.url(), roles);
                return access;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database does not answer", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used", e);
        }
    }

    public DatabaseAccess access(String name) {
        return new DatabaseAccess(
                postgres.url(name),
                postgres.owner(),
                postgres.password(),
                EmbeddedRoles.APPLICATION,
                roles.applicationPassword());
    }

    public long serverPid() {
        return postgres.pid();
    }

    @Override
    public void close() {
        try {
            RunningDatabase.forget(folder);
            postgres.close();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var file =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            file.close();
            throw new FolderInUseException(folder);
        }
        return file;
    }

    private java.sql.Connection owner() throws SQLException {
        return DriverManager.getConnection(
                postgres.url("postgres"), postgres.owner(), postgres.password());
    }

    private void execute(String sql) {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database refused: " + sql, e);
        }
    }
}
