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
import keiyaku.shared.Ids;
import org.jspecify.annotations.Nullable;

/** The database on an embedded server: the folder's lock, the server, the two roles. */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The role as which the application works; it cannot log in with a password known before. */
    private static final String APPLICATION = "keiyaku_app";

    private final FileChannel lockFile;
    private final EmbeddedPostgres postgres;
    private final String applicationPassword;

    private EmbeddedDatabase(
            FileChannel lockFile, EmbeddedPostgres postgres, String applicationPassword) {
        this.lockFile = lockFile;
        this.postgres = postgres;
        this.applicationPassword = applicationPassword;
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
            var password = Ids.secret();
            prepareRole(postgres, password);
            return new EmbeddedDatabase(lockFile, postgres, password);
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

    /** The access to a database that is made when it is not there. */
    public DatabaseAccess createIfMissing(String name) {
        try (var connection = owner();
                var query =
                        connection.prepareStatement(
                                "SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                return row.next() ? access(name) : create(name, null);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database does not answer", e);
        }
    }

    public DatabaseAccess access(String name) {
        return new DatabaseAccess(
                postgres.url(name),
                postgres.owner(),
                postgres.password(),
                APPLICATION,
                applicationPassword);
    }

    public long serverPid() {
        return postgres.pid();
    }

    @Override
    public void close() {
        postgres.close();
        try {
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

    private static void prepareRole(EmbeddedPostgres postgres, String password) {
        // The password is new at each start and made of hexadecimal digits only.
        try (var connection =
                        DriverManager.getConnection(
                                postgres.url("postgres"), postgres.owner(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    DO $$ BEGIN
                      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'keiyaku_app') THEN
                        CREATE ROLE keiyaku_app LOGIN;
                      END IF;
                    END $$\
                    """);
            statement.execute("ALTER ROLE keiyaku_app PASSWORD '" + password + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database does not answer", e);
        }
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
