package keiyaku.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.database.DatabaseAccess;
import keiyaku.database.EmbeddedDatabase;
import keiyaku.database.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/**
 * One real PostgreSQL for all tests of a JVM; each caller gets a database of its own, copied from
 * one that was migrated once.
 */
public final class TestDatabases {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_FOR_ALL = 8L << 30;
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Path FOLDER = folder();
    private static final EmbeddedDatabase SERVER = start(FOLDER);

    private TestDatabases() {}

    public static DatabaseAccess fresh() {
        return SERVER.create("test_" + NEXT.incrementAndGet(), "migrated");
    }

    /** One without any table. */
    public static DatabaseAccess empty() {
        return SERVER.create("empty_" + NEXT.incrementAndGet(), null);
    }

    /** What the server has said; statements where a test has asked for them. */
    public static Path log() {
        return FOLDER.resolve("postgres/postgres.log");
    }

    /** In memory where there is room: hundreds of databases are a quarter of a million files. */
    private static Path folder() {
        try {
            return hasRoom(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "keiyaku-test")
                    : Files.createTempDirectory("keiyaku-test");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasRoom(Path folder) throws IOException {
        return Files.isWritable(folder)
                && Files.getFileStore(folder).getUsableSpace() > ROOM_FOR_ALL;
    }

    private static EmbeddedDatabase start(Path folder) {
        var home = Path.of(System.getProperty("keiyaku.home", ".."));
        var server =
                EmbeddedDatabase.open(
                        folder,
                        home.resolve("target/postgres"),
                        EmbeddedPostgres.Durability.THROW_AWAY);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(server, folder)));
        migrate(server.create("migrated", null));
        return server;
    }

    private static void drop(EmbeddedDatabase server, Path folder) {
        server.close();
        try {
            org.springframework.util.FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes all tables, as a start of the product would. */
    public static void migrate(DatabaseAccess access) {
        Flyway.configure()
                .dataSource(access.url(), access.ownerUser(), access.ownerPassword())
                .locations("classpath:db/migration")
                .defaultSchema("infra")
                .createSchemas(true)
                .placeholders(Map.of("application", access.applicationUser()))
                .load()
                .migrate();
    }
}
