package keiyaku.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import keiyaku.database.DatabaseAccess;
import keiyaku.scenario.Play;
import keiyaku.scenario.ScenarioFile;
import keiyaku.scenario.Verbs;
import keiyaku.testing.App;
import keiyaku.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * B-40, B-41: no statement of the run reads a whole table of accounts. The server is told to read
 * whole tables only where it has no other way, and to say each plan; so an index that is missing
 * shows with three contracts as it would with a million.
 */
class RunPlansTest {

    private static final Instant TARGET = Instant.parse("2026-08-01T03:00:00Z");

    /** Trials, renewals, an upgrade, a cancellation, and a card that is refused to the end. */
    private static final String SCENARIO =
            """
            start: 2026-01-10T09:00:00+09:00
            zone: Asia/Tokyo
            catalog: demo
            members:
              - {id: taro, type: individual, country: JP}
              - {id: hana, type: individual, country: JP}
            steps:
              - {at: 2026-01-10, do: register-card, member: taro, card: visa}
              - {at: 2026-01-10, do: register-card, member: hana, card: visa}
              - {at: 2026-01-10, do: apply, member: taro, product: works, plan: lite, seats: 5, group: taro-studio, as: w1}
              - {at: 2026-01-10, do: apply, member: hana, product: works, plan: basic, seats: 2, group: hana-studio, as: w2}
              - {at: 2026-01-12, do: convert, contract: w1, term: P1M, on: 2026-01-20}
              - {at: 2026-01-12, do: convert, contract: w2, term: P1Y, billing: monthly, on: 2026-01-12}
              - {at: 2026-03-15, do: cancel, contract: w2, on: 2026-06-20}
              - {at: 2026-03-15, do: card-will, member: taro, answer: insufficient-funds, times: 30}
            until: 2026-03-19
            """;

    private static final Pattern PLAN =
            Pattern.compile(
                    "plan:\\s+Query Text: (.*?)\\n\\s*(?=\\S.*\\(cost)(.*?)(?=\\n\\d{4}-|\\z)",
                    Pattern.DOTALL);

    private static final Pattern WHOLE = Pattern.compile("Seq Scan on (\\w+)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void noPlanReadsAWholeTable() throws IOException {
        var access = TestDatabases.fresh();
        var distributed = prepare(access);
        var app = App.start(settings(access));
        try {
            var file = Files.writeString(folder.resolve("plans.yaml"), SCENARIO);
            app.part(Play.class).play(ScenarioFile.read(file, app.part(Verbs.class)));
            int before = log().length();
            app.part(TimeMachine.class).moveTo(TARGET);
            var seen = plans(before);
            assertThat(seen).as("plans that were looked at").hasSizeGreaterThan(200);
            assertThat(wholeReads(seen, distributed)).isEmpty();

            // And that it would be seen.
            before = log().length();
            app.part(JdbcClient.class)
                    .sql("SELECT count(*) FROM contract.contract WHERE seats > 3")
                    .query(Long.class)
                    .single();
            assertThat(wholeReads(plans(before), distributed)).hasSize(1);
        } finally {
            app.stop();
        }
    }

    private record Plan(String statement, String text) {}

    private static List<Plan> plans(int from) throws IOException {
        return PLAN.matcher(log().substring(from))
                .results()
                .map(found -> new Plan(found.group(1).replaceAll("\\s+", " "), found.group(2)))
                .toList();
    }

    private static Set<String> wholeReads(List<Plan> plans, List<String> distributed) {
        var reads = new TreeSet<String>();
        for (var plan : plans) {
            WHOLE.matcher(plan.text())
                    .results()
                    .map(found -> found.group(1))
                    .filter(distributed::contains)
                    .forEach(table -> reads.add(table + ": " + plan.statement()));
        }
        return reads;
    }

    /** Plans go to the server's log; gives the tables whose rows belong to accounts. */
    private static List<String> prepare(DatabaseAccess access) {
        var owner =
                new JdbcTemplate(
                        new DriverManagerDataSource(
                                access.url(), access.ownerUser(), access.ownerPassword()));
        var name = access.url().substring(access.url().lastIndexOf('/') + 1);
        for (var setting :
                List.of(
                        "session_preload_libraries = 'auto_explain'",
                        "auto_explain.log_min_duration = 0",
                        "auto_explain.log_level = 'warning'",
                        "enable_seqscan = off")) {
            owner.execute(
                    "ALTER ROLE %s IN DATABASE %s SET %s"
                            .formatted(access.applicationUser(), name, setting));
        }
        return owner.queryForList(
                """
                SELECT c.relname FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'account_id'
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')\
                """,
                String.class);
    }

    private static String log() throws IOException {
        return Files.readString(TestDatabases.log());
    }

    private static Map<String, Object> settings(DatabaseAccess access) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("KEIYAKU_DB_URL", access.url());
        settings.put("KEIYAKU_DB_USER", access.applicationUser());
        settings.put("KEIYAKU_DB_PASSWORD", access.applicationPassword());
        settings.put("KEIYAKU_DB_OWNER_USER", access.ownerUser());
        settings.put("KEIYAKU_DB_OWNER_PASSWORD", access.ownerPassword());
        settings.put("keiyaku.clock.start", "2026-01-10T00:00:00Z");
        settings.put("keiyaku.run.workers", 0);
        settings.put("keiyaku.sandbox", false);
        return settings;
    }
}
