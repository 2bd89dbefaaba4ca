package keiyaku.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final Path CACHE =
            Path.of(System.getProperty("keiyaku.home", ".."), "target/postgres");

    @Test
    void keepsItsDataAndRefusesASecondUser(@TempDir Path folder) throws SQLException {
        try (var database = open(folder)) {
            execute(database.createIfMissing("keiyaku"), "CREATE TABLE kept AS SELECT 1 AS one");
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining("--data");
        }
        try (var database = open(folder)) {
            execute(database.createIfMissing("keiyaku"), "SELECT one FROM kept");
            assertThat(ProcessHandle.of(database.serverPid())).isPresent();
        }
    }

    @Test
    void othersMayLookInWhileItRunsButNotWrite(@TempDir Path folder) throws SQLException {
        try (var database = open(folder)) {
            execute(database.createIfMissing("keiyaku"), "CREATE TABLE kept AS SELECT 1 AS one");
            var reader = RunningDatabase.on(folder).orElseThrow();
            execute(reader, "SELECT one FROM kept");
            assertThatThrownBy(() -> execute(reader, "DELETE FROM kept"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(RunningDatabase.on(folder)).isEmpty();
    }

    private static EmbeddedDatabase open(Path folder) {
        return EmbeddedDatabase.open(folder, CACHE, EmbeddedPostgres.Durability.DURABLE);
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                access.url(), access.ownerUser(), access.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
