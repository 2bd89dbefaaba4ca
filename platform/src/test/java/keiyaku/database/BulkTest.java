package keiyaku.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import keiyaku.database.Bulk.Column;
import keiyaku.testing.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Each type arrives as it was, by COPY, by unnest and by update; nulls and odd letters too. */
class BulkTest {

    private static final UUID ACCOUNT = UUID.fromString("018f0000-0000-7000-8000-00000000000a");
    private static final UUID FIRST = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("018f0000-0000-7000-8000-000000000002");

    private final JdbcTemplate jdbc = jdbc();
    private final Bulk bulk = new Bulk(jdbc, new Distribution(false));

    record Row(
            UUID id,
            @Nullable Long amount,
            @Nullable Integer count,
            @Nullable Boolean flag,
            @Nullable String text,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable String json) {

        Row as(UUID other) {
            return new Row(other, amount, count, flag, text, day, at, json);
        }

        Row timed(Instant other) {
            return new Row(id, amount, count, flag, text, day, other, json);
        }

        Row with(@Nullable String newText, @Nullable LocalDate newDay) {
            return new Row(id, amount, count, flag, newText, newDay, at, json);
        }
    }

    private static final Row FULL =
            new Row(
                    FIRST,
                    Long.MIN_VALUE,
                    -7,
                    true,
                    "契約 \"引用\" {a,b} \\ NULL 🙂",
                    LocalDate.of(1969, 12, 31),
                    Instant.parse("2026-11-21T15:04:05.123456Z"),
                    "{\"a\": [1, \"二\"]}");

    private static final Row EMPTY = new Row(SECOND, null, null, null, null, null, null, null);

    @BeforeEach
    void table() {
        jdbc.execute(
                """
                CREATE TABLE thing (
                  account_id uuid, id uuid, amount bigint, count integer, flag boolean, text text,
                  day date, at timestamptz, json jsonb,
                  CONSTRAINT thing_key PRIMARY KEY (account_id, id))\
                """);
    }

    @Test
    void fewInsertedByTheirValues() {
        assertThat(bulk.insert("thing", List.of(FULL, EMPTY), columns())).isEqualTo(2);
        assertThat(rows()).containsExactly(FULL, EMPTY);
    }

    @Test
    void manyInsertedByCopy() {
        var all = new ArrayList<>(List.of(FULL, EMPTY));
        for (int i = 3; i <= 100; i++) {
            all.add(FULL.as(new UUID(FIRST.getMostSignificantBits(), i)));
        }
        assertThat(bulk.insert("thing", all, columns())).isEqualTo(100);
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void timesAreCutToMicrosecondsInBothWays() {
        var fine = FULL.timed(Instant.parse("2026-11-21T15:04:05.123456789Z"));
        bulk.insert("thing", List.of(fine), columns());
        var many = new ArrayList<Row>();
        for (int i = 1; i <= 20; i++) {
            many.add(fine.as(new UUID(7, i)));
        }
        bulk.insert("thing", many, columns());
        assertThat(rows())
                .hasSize(21)
                .allMatch(row -> Instant.parse("2026-11-21T15:04:05.123456Z").equals(row.at()));
    }

    @Test
    void insertedWhereMissing() {
        assertThat(bulk.insertMissing("thing", List.of(FULL), columns())).isEqualTo(1);
        assertThat(bulk.insertMissing("thing", List.of(FULL, EMPTY), columns())).isEqualTo(1);
        assertThat(rows()).containsExactly(FULL, EMPTY);
    }

    @Test
    void updated() {
        bulk.insert("thing", List.of(FULL, EMPTY), columns());
        var changed = List.of(FULL.with(null, null), EMPTY.with("あ", LocalDate.of(2028, 2, 29)));
        assertThat(bulk.update("thing", changed, columns())).isEqualTo(2);
        assertThat(rows()).containsExactlyElementsOf(changed);
    }

    @Test
    void onlyColumnsThatChangedAreWritten() {
        bulk.insert("thing", List.of(FULL, EMPTY), columns());
        var after = List.of(FULL.with(null, FULL.day()), EMPTY);
        var changed = Bulk.changed(List.of(FULL, EMPTY), after, List.of(columns()));
        assertThat(changed.stream().map(Column::name)).containsExactly("account_id", "id", "text");
        assertThat(bulk.update("thing", after, changed)).isEqualTo(2);
        assertThat(rows()).containsExactlyElementsOf(after);
    }

    @Test
    void nothingIsNoStatement() {
        assertThat(bulk.insert("no.table", List.<Row>of(), columns())).isZero();
    }

    @Test
    void aRowThatIsThereIsRefused() {
        bulk.insert("thing", List.of(FULL), columns());
        assertThatThrownBy(() -> bulk.insert("thing", List.of(EMPTY, FULL), columns()))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(rows()).containsExactly(FULL);
    }

    @Test
    void aTypeThatIsNotTheColumnsIsRefused() {
        assertThatThrownBy(
                        () ->
                                bulk.insert(
                                        "thing",
                                        List.of(FULL),
                                        Column.<Row>uuid("account_id", r -> ACCOUNT),
                                        Column.of("day", "integer", Row::count)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("thing.day is date, not integer");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Column<Row>[] columns() {
        return new Column[] {
            Column.<Row>uuid("account_id", r -> ACCOUNT),
            Column.uuid("id", Row::id),
            Column.bigint("amount", Row::amount),
            Column.of("count", "integer", Row::count),
            Column.of("flag", "boolean", Row::flag),
            Column.text("text", Row::text),
            Column.of("day", "date", Row::day),
            Column.of("at", "timestamptz", Row::at),
            Column.of("json", "jsonb", Row::json)
        };
    }

    private List<Row> rows() {
        return jdbc.query(
                "SELECT id, amount, count, flag, text, day, at, json FROM thing ORDER BY id",
                (row, i) -> {
                    var at = row.getObject("at", OffsetDateTime.class);
                    return new Row(
                            row.getObject("id", UUID.class),
                            row.getObject("amount", Long.class),
                            row.getObject("count", Integer.class),
                            row.getObject("flag", Boolean.class),
                            row.getString("text"),
                            row.getObject("day", LocalDate.class),
                            at == null ? null : at.toInstant(),
                            row.getString("json"));
                });
    }

    private static JdbcTemplate jdbc() {
        var access = TestDatabases.fresh();
        return new JdbcTemplate(
                new DriverManagerDataSource(
                        access.url(), access.ownerUser(), access.ownerPassword()));
    }
}
