package keiyaku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import keiyaku.Application;
import keiyaku.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCommandTest {

    private static final String DEMO = "src/main/resources/catalog/demo.yaml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Path demo = Path.of(System.getProperty("keiyaku.home"), "platform", DEMO);
    private Map<String, String> database = Map.of();
    private String out = "";
    private String err = "";

    @BeforeEach
    void useADatabaseOfItsOwn() {
        var access = TestDatabases.fresh();
        database =
                Map.of(
                        "KEIYAKU_DB_URL", access.url(),
                        "KEIYAKU_DB_USER", access.applicationUser(),
                        "KEIYAKU_DB_PASSWORD", access.applicationPassword(),
                        "KEIYAKU_DB_OWNER_USER", access.ownerUser(),
                        "KEIYAKU_DB_OWNER_PASSWORD", access.ownerPassword());
        database.forEach(System::setProperty);
    }

    @AfterEach
    void leaveIt() {
        database.keySet().forEach(System::clearProperty);
    }

    private void requireExit(int code, String... arguments) {
        assertThat(run(arguments)).as(() -> out + err).isEqualTo(code);
    }

    private int run(String... arguments) {
        var written = new StringWriter();
        var complained = new StringWriter();
        var line = CommandLine.line(Application.class);
        line.setOut(new PrintWriter(written, true));
        line.setErr(new PrintWriter(complained, true));
        int code = line.execute(arguments);
        out = written.toString();
        err = complained.toString();
        return code;
    }

    @Test
    void appliesAndExportsWhatCanBeAppliedAgain() throws IOException {
        requireExit(3, "catalog", "export");
        assertThat(err).contains("./keiyaku catalog apply FILE");

        requireExit(0, "catalog", "apply", demo.toString(), "--dry-run");
        assertThat(out).contains("+ product works").contains("Nothing was applied");

        requireExit(0, "catalog", "apply", demo.toString(), "--effective", "2026-01-01");
        assertThat(out).contains("From 2026-01-01:").contains("Applied: ");

        requireExit(0, "catalog", "export");
        assertThat(out).contains("code: works").doesNotContain("WARN");
        var dearer = folder.resolve("dearer.yaml");
        Files.writeString(dearer, out.replace("amount: 450}", "amount: 500}"));
        requireExit(0, "catalog", "apply", dearer.toString(), "--effective", "2999-01-01");
        assertThat(out)
                .isEqualToIgnoringNewLines(
                        """
                        From 2999-01-01:
                        ~ product works
                            plans.lite.prices.P1M.amount: 450 → 500

                        Applied: 1 item changed.
                        """);

        requireExit(2, "catalog", "apply", demo.toString(), "--effective", "2025-12-31");
        assertThat(err).contains("2025").contains("today or later");
    }

    @Test
    void wrongInputNamesFileLineAndReason() throws IOException {
        var wrong = folder.resolve("wrong.yaml");
        Files.writeString(wrong, Files.readString(demo).replace("trial: P30D", "trail: P30D"));
        requireExit(2, "catalog", "apply", wrong.toString());
        assertThat(err)
                .startsWith(wrong + ":31: unknown key 'trail'; did you mean 'trial'? Allowed here");
        requireExit(2, "catalog", "apply", "none.yaml");
        assertThat(err).isEqualToIgnoringNewLines("none.yaml:1: there is no such file");
        requireExit(2, "catalog", "apply", demo.toString(), "--effective", "soon");
        requireExit(2, "catalog");
        assertThat(err).contains("catalog apply FILE");
    }

    @Test
    void aFolderInUseIsSaidPlainly() throws IOException {
        leaveIt();
        var options = List.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = folder.resolve("lock");
        try (var file = FileChannel.open(lock, options.toArray(StandardOpenOption[]::new));
                var held = file.lock()) {
            assertThat(held.isValid()).isTrue();
            requireExit(3, "catalog", "export", "--data", folder.toString());
        }
        assertThat(err).contains(folder.toString()).contains("KEIYAKU_DB_URL");
    }
}
