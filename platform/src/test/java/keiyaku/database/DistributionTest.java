package keiyaku.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import keiyaku.scenario.Play;
import keiyaku.scenario.ScenarioFile;
import keiyaku.scenario.Verbs;
import keiyaku.testing.App;
import keiyaku.testing.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The rules by which the tables fit a database that is spread by account. The extension itself is
 * not there: functions of its names write down what they are asked for, so the product's own start
 * with KEIYAKU_DB_DISTRIBUTE is what is looked at.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DistributionTest {

    private static final int LONGEST_NAME = 50;

    private static final String STAND_INS =
            """
            CREATE TABLE public.spread (
              table_name text PRIMARY KEY, key text, colocate_with text);
            CREATE FUNCTION public.create_distributed_table(
              table_name text, key text, colocate_with text) RETURNS void LANGUAGE sql AS
            'INSERT INTO public.spread VALUES (table_name, key, colocate_with)';
            CREATE FUNCTION public.create_reference_table(table_name text)
              RETURNS void LANGUAGE sql AS
            'INSERT INTO public.spread VALUES (table_name, NULL, NULL)';
            CREATE FUNCTION public.get_shard_id_for_distribution_column(
              table_name text, account_id uuid) RETURNS bigint LANGUAGE sql AS
            'SELECT 102000 + (uuid_hash(account_id) & 3)';
            """;

    private static final String SCENARIO =
            """
            start: 2026-01-10T09:00:00+09:00
            zone: Asia/Tokyo
            catalog: demo
            members:
              - {id: taro, type: individual, country: JP}
              - {id: hana, type: individual, country: JP}
              - {id: jiro, type: individual, country: JP}
            steps:
              - {at: 2026-01-10, do: register-card, member: taro, card: visa}
              - {at: 2026-01-10, do: register-card, member: hana, card: visa}
              - {at: 2026-01-10, do: register-card, member: jiro, card: visa}
              - {at: 2026-01-10, do: apply, member: taro, product: works, plan: lite, seats: 5, group: taro-spread, as: w1}
              - {at: 2026-01-10, do: apply, member: hana, product: works, plan: lite, seats: 2, group: hana-spread, as: w2}
              - {at: 2026-01-10, do: apply, member: jiro, product: works, plan: lite, seats: 1, group: jiro-spread, as: w3}
              - {at: 2026-01-12, do: convert, contract: w1, term: P1M, on: 2026-01-12}
              - {at: 2026-01-12, do: convert, contract: w2, term: P1M, on: 2026-01-12}
              - {at: 2026-01-12, do: convert, contract: w3, term: P1M, on: 2026-01-12}
            until: 2026-04-20
            """;

    private static final String TABLES =
            """
            SELECT n.nspname || '.' || c.relname FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND c.relname <> 'flyway_schema_history'
              AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public')
            """;

    private static final String UNIQUE =
            """
            SELECT i.indrelid::regclass::text AS of_table, c.relname AS name,
                   (SELECT attname FROM pg_attribute
                    WHERE attrelid = i.indrelid AND attnum = i.indkey[0]) AS first
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE i.indisunique
              AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'pg_toast')
              AND c.relname NOT LIKE 'flyway%'
            """;

    private static final String FOREIGN =
            """
            SELECT k.conname AS name, k.conrelid::regclass::text AS of_table,
                   k.confrelid::regclass::text AS to_table,
                   (SELECT attname FROM pg_attribute
                    WHERE attrelid = k.conrelid AND attnum = k.conkey[1]) AS first,
                   (SELECT attname FROM pg_attribute
                    WHERE attrelid = k.confrelid AND attnum = k.confkey[1]) AS first_there
            FROM pg_constraint k WHERE k.contype = 'f'
            """;

    private final DatabaseAccess access = TestDatabases.empty();

    private final JdbcTemplate owner =
            new JdbcTemplate(
                    new DriverManagerDataSource(
                            access.url(), access.ownerUser(), access.ownerPassword()));

    @SuppressWarnings("NullAway.Init")
    private App app;

    /** How each table was spread: its key, or none for one that is the same everywhere. */
    private final Map<String, String> keys = new HashMap<>();

    @BeforeAll
    void start() {
        owner.execute(STAND_INS);
        app =
                App.start(
                        Map.of(
                                "KEIYAKU_DB_URL",
                                access.url(),
                                "KEIYAKU_DB_USER",
                                access.applicationUser(),
                                "KEIYAKU_DB_PASSWORD",
                                access.applicationPassword(),
                                "KEIYAKU_DB_OWNER_USER",
                                access.ownerUser(),
                                "KEIYAKU_DB_OWNER_PASSWORD",
                                access.ownerPassword(),
                                "KEIYAKU_DB_DISTRIBUTE",
                                true,
                                "spring.flyway.enabled",
                                true,
                                "keiyaku.run.workers",
                                0,
                                "keiyaku.sandbox",
                                false,
                                "keiyaku.clock.start",
                                "2026-01-10T00:00:00Z"));
        owner.query(
                "SELECT table_name, coalesce(key, '') AS key FROM public.spread",
                row -> {
                    keys.put(row.getString("table_name"), row.getString("key"));
                });
    }

    @AfterAll
    void stop() {
        app.stop();
    }

    @Test
    void everyTableIsSpreadOrTheSameEverywhere() {
        assertThat(keys.keySet())
                .containsExactlyInAnyOrderElementsOf(owner.queryForList(TABLES, String.class));
        assertThat(keys.keySet()).hasSizeGreaterThan(40);
    }

    @Test
    void tablesOfAccountsAreKeyedByTheAccountOrByAValueOfTheirOwn() {
        var ofAccounts =
                owner.queryForList(
                        TABLES
                                + """
                                AND EXISTS (SELECT 1 FROM pg_attribute a
                                            WHERE a.attrelid = c.oid AND a.attname = 'account_id')
                                """,
                        String.class);
        var wrong =
                ofAccounts.stream()
                        .filter(table -> keys.getOrDefault(table, "").isEmpty())
                        .toList();
        assertThat(wrong).as("with account_id, but the same everywhere").isEmpty();
        var byAccount = ofAccounts.stream().filter(t -> "account_id".equals(keys.get(t))).count();
        assertThat(byAccount).isGreaterThan(30);
    }

    @Test
    void whatIsUniqueBeginsWithTheKey() {
        var wrong =
                owner.queryForList(UNIQUE).stream()
                        .filter(index -> !keys.getOrDefault(index.get("of_table"), "").isEmpty())
                        .filter(i -> !Objects.equals(i.get("first"), keys.get(i.get("of_table"))))
                        .map(index -> index.get("of_table") + ": " + index.get("name"))
                        .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void noForeignKeyLeavesTheAccount() {
        var wrong =
                owner.queryForList(FOREIGN).stream()
                        .filter(key -> !keys.getOrDefault(key.get("to_table"), "").isEmpty())
                        .filter(
                                key ->
                                        !Objects.equals(
                                                        key.get("first"),
                                                        keys.get(key.get("of_table")))
                                                || !Objects.equals(
                                                        key.get("first_there"),
                                                        keys.get(key.get("to_table"))))
                        .map(key -> key.get("of_table") + ": " + key.get("name"))
                        .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void namesAreOursAndShort() {
        var constraints =
                owner.queryForList(
                        """
                        SELECT conname FROM pg_constraint k
                        JOIN pg_namespace n ON n.oid = k.connamespace
                        WHERE k.contype <> 'n' AND conname NOT LIKE 'flyway%'
                          AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public')
                        """,
                        String.class);
        var indexes =
                owner.queryForList(
                        """
                        SELECT indexname FROM pg_indexes
                        WHERE indexname NOT LIKE 'flyway%'
                          AND schemaname NOT IN ('pg_catalog', 'information_schema', 'public')
                        """,
                        String.class);
        assertThat(constraints).hasSizeGreaterThan(100);
        assertThat(constraints)
                .filteredOn(name -> name.matches(".*_(pkey|fkey|check\\d*)"))
                .as("named by the database")
                .isEmpty();
        assertThat(indexes)
                .filteredOn(name -> name.matches(".*_(pkey|key\\d+|idx\\d*)"))
                .as("named by the database")
                .isEmpty();
        assertThat(Stream.concat(constraints.stream(), indexes.stream()))
                .filteredOn(name -> name.length() > LONGEST_NAME)
                .as("too long")
                .isEmpty();
    }

    @Test
    void timesAndIdsComeFromTheApplication() {
        var made =
                owner.queryForList(
                        """
                        SELECT adrelid::regclass || '.' || attname
                        FROM pg_attrdef JOIN pg_attribute
                          ON attrelid = adrelid AND attnum = adnum
                        WHERE adrelid::regclass::text NOT LIKE '%flyway%'
                          AND pg_get_expr(adbin, adrelid)
                              ~* 'now\\(|random|nextval|current_|clock_'
                        """,
                        String.class);
        var triggers =
                owner.queryForList(
                        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal", String.class);
        assertThat(made).isEmpty();
        assertThat(triggers).isEmpty();
    }

    /** The same statements as on one server, with the keys named once more. */
    @Test
    void contractsRenewAndAreCollected(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("spread.yaml"), SCENARIO);

        app.part(Play.class).play(ScenarioFile.read(file, app.part(Verbs.class)));

        var findings = new ArrayList<String>();
        app.part(Verification.class)
                .run(result -> result.findings().forEach(f -> findings.add(f.toString())));
        assertThat(findings).isEmpty();
        assertThat(owner.queryForObject("SELECT count(*) FROM billing.invoice", Long.class))
                .isEqualTo(3 * 4);
    }
}
