package keiyaku.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** what was committed outlives every kill -9, and the next start recovers by itself. */
class CrashTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void ofTheApplication() throws Exception {
        ProcessHandle postgres;
        try (var child = Child.start(folder, Map.of())) {
            keep(child);
            postgres = child.postgres();
            child.kill();
        }
        Child.await(() -> !postgres.isAlive(), "PostgreSQL to end after its application");

        try (var child = Child.start(folder, Map.of())) {
            assertThat(kept(child)).isEqualTo(1);
            assertThat(child.stop()).isZero();
        }
    }

    @Test
    void ofTheDatabaseWhichComesBackWhileTheApplicationRuns() throws Exception {
        try (var child = Child.start(folder, Map.of())) {
            keep(child);
            var before = child.postgres();
            Child.kill(before);
            Child.await(() -> answersAgain(child), "an answer after the database's end");
            assertThat(kept(child)).isEqualTo(1);
            assertThat(child.postgres().pid()).isNotEqualTo(before.pid());
            assertThat(child.stop()).isZero();
        }
    }

    @Test
    void ofBoth() throws Exception {
        try (var child = Child.start(folder, Map.of())) {
            keep(child);
            var postgres = child.postgres();
            child.kill();
            Child.kill(postgres);
        }
        try (var child = Child.start(folder, Map.of())) {
            assertThat(kept(child)).isEqualTo(1);
        }
    }

    private static boolean answersAgain(Child child) {
        try {
            return child.answers() && kept(child) == 1;
        } catch (SQLException | IOException | RuntimeException e) {
            return false;
        }
    }

    private static void keep(Child child) throws SQLException, IOException {
        try (var connection = child.database();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE infra.kept AS SELECT 1 AS one");
        }
    }

    private static int kept(Child child) throws SQLException, IOException {
        try (var connection = child.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM infra.kept")) {
            row.next();
            return row.getInt(1);
        }
    }
}
