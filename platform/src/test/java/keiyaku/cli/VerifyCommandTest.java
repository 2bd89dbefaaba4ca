package keiyaku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import keiyaku.Application;
import keiyaku.database.DatabaseAccess;
import keiyaku.database.EmbeddedDatabase;
import keiyaku.database.EmbeddedPostgres;
import keiyaku.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String out = "";

    @Test
    void provesOnTheFolderAndWhileItRuns() throws SQLException {
        assertThat(run()).isZero();
        assertThat(out).contains("provisioning-in-order").contains("All holds.");

        try (var running =
                EmbeddedDatabase.open(
                        folder,
                        Sources.root().resolve("target/postgres"),
                        EmbeddedPostgres.Durability.THROW_AWAY)) {
            breakSomething(running.createIfMissing("keiyaku"));
            assertThat(run("--json")).isOne();
        }
        var said = JsonMapper.shared().readTree(out);
        assertThat(said.get("holds").asBoolean()).isFalse();
        assertThat(out).contains("\"subject\":\"con_").contains("its line is not its tasks'");
    }

    private static void breakSomething(DatabaseAccess access) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                access.url(), access.ownerUser(), access.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO provisioning.line
                      (account_id, contract_id, told, confirmed, attempts)
                    VALUES (gen_random_uuid(), gen_random_uuid(), 3, 3, 0)
                    """);
        }
    }

    private int run(String... options) {
        var written = new StringWriter();
        var line = CommandLine.line(Application.class);
        line.setOut(new PrintWriter(written, true));
        var arguments = new java.util.ArrayList<>(java.util.List.of("verify", "--data"));
        arguments.add(folder.toString());
        arguments.addAll(java.util.List.of(options));
        int code = line.execute(arguments.toArray(String[]::new));
        out = written.toString();
        return code;
    }
}
