package keiyaku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keiyaku.Application;
import keiyaku.database.EmbeddedDatabase;
import keiyaku.database.EmbeddedPostgres;
import keiyaku.testing.Sources;
import keiyaku.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** B-40: an operator holds a work and lets it go on while the product runs. */
class RunCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String out = "";
    private String err = "";

    @Test
    void holdsAndResumesBesideAProductThatRuns() {
        try (var running =
                EmbeddedDatabase.open(
                        folder,
                        Sources.root().resolve("target/postgres"),
                        EmbeddedPostgres.Durability.THROW_AWAY)) {
            TestDatabases.migrate(running.createIfMissing("keiyaku"));
            assertThat(run("pause", "contracts", "--why", "month-end close")).isZero();

            assertThat(run("status", "--json")).isZero();
            var held = JsonMapper.shared().readTree(out).get("works").get(0);
            assertThat(held.get("work").asString()).isEqualTo("contracts");
            assertThat(held.get("heldWhy").asString()).isEqualTo("month-end close");

            assertThat(run("resume", "renewals")).isEqualTo(2);
            assertThat(err).contains("renewals").contains("contracts");
            assertThat(run("resume", "contracts")).isZero();
        }
        assertThat(run("status")).isZero();
        assertThat(out).contains("contracts").contains("nothing planned");
    }

    private int run(String verb, String... more) {
        var written = new StringWriter();
        var wrong = new StringWriter();
        var line = CommandLine.line(Application.class);
        line.setOut(new PrintWriter(written, true));
        line.setErr(new PrintWriter(wrong, true));
        var arguments = new ArrayList<>(List.of("run", verb));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--data", folder.toString()));
        int code = line.execute(arguments.toArray(String[]::new));
        out = written.toString();
        err = wrong.toString();
        return code;
    }
}
