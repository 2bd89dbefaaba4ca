package keiyaku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import keiyaku.database.Verification;
import keiyaku.scenario.Play;
import keiyaku.scenario.Report;
import keiyaku.scenario.ScenarioFile;
import keiyaku.scenario.Verbs;
import keiyaku.testing.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sandbox.Options;
import sandbox.Sandbox;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every scenario of scenarios/ on the real application: the result is the approved one, and all
 * adds up afterwards. -Dgolden.write=true writes the results anew, for review by their diff;
 * -Dscenarios=coin plays only those whose name has that in it.
 */
class ScenariosTest {

    private static final Path HOME = Path.of(System.getProperty("keiyaku.home", ".."));
    private static final Path GOLDEN = Path.of("src/test/golden/scenarios");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final AtomicInteger SHARING = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private static Sandbox sandbox;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(Options.free().withTimeoutHold(Duration.ofSeconds(4)));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    static Stream<String> scenarios() throws IOException {
        try (var files = Files.list(HOME.resolve("scenarios"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .filter(name -> name.contains(System.getProperty("scenarios", "")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void comesToTheApprovedResult(String name) throws IOException {
        var file = HOME.resolve("scenarios").resolve(name);
        var report = play(file);
        var golden = GOLDEN.resolve(name.replace(".yaml", ".json"));
        var written = JSON.writeValueAsString(report) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written);
        }
        assertThat(golden).as("run once with -Dgolden.write=true and review").exists();
        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(Files.readString(golden)));
    }

    private static Report play(Path file) {
        var settings = settings(ScenarioFile.start(file).toString());
        return new WithApplication()
                .call(
                        settings,
                        context -> {
                            var read = ScenarioFile.read(file, context.getBean(Verbs.class));
                            var report = context.getBean(Play.class).play(read);
                            assertThat(findings(context.getBean(Verification.class))).isEmpty();
                            return report;
                        });
    }

    private static List<String> findings(Verification verification) {
        var findings = new ArrayList<String>();
        verification.run(
                result -> result.findings().forEach(f -> findings.add(result.name() + ": " + f)));
        return findings;
    }

    private static Map<String, Object> settings(String start) {
        var database = TestDatabases.fresh();
        var settings = new HashMap<String, Object>();
        settings.put("KEIYAKU_DB_URL", database.url());
        settings.put("KEIYAKU_DB_USER", database.applicationUser());
        settings.put("KEIYAKU_DB_PASSWORD", database.applicationPassword());
        settings.put("KEIYAKU_DB_OWNER_USER", database.ownerUser());
        settings.put("KEIYAKU_DB_OWNER_PASSWORD", database.ownerPassword());
        settings.put("spring.flyway.enabled", false); // a copy of one that was migrated
        settings.put("keiyaku.clock.start", start);
        settings.put("keiyaku.sandbox", false);
        settings.put("keiyaku.db.connections", 4);
        settings.put("keiyaku.outside.acquirer-url", sandbox.acquirer());
        settings.put("keiyaku.outside.inbox-url", sandbox.inbox());
        settings.put("keiyaku.outside.product-url", sandbox.product());
        settings.put("keiyaku.outside.bank-url", sandbox.bank());
        settings.put("keiyaku.outside.wallet-url", sandbox.wallet());
        settings.put("keiyaku.outside.authority-url", sandbox.authority() + "/acme/directory");
        // A customer of its own at the bank that the scenarios share.
        settings.put(
                "keiyaku.outside.bank-key",
                "sandbox-bank-key-" + start + SHARING.incrementAndGet());
        settings.put("keiyaku.outside.merchant", "scenario-" + start + SHARING.get());
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", sandbox.smtpPort());
        settings.put("keiyaku.outside.acquirer-timeout", "2s");
        settings.put("spring.main.lazy-initialization", true);
        return settings;
    }
}
