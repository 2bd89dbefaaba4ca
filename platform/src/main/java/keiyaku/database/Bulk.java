package keiyaku.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes many rows with one statement: new ones by binary COPY or, when they are few, by an INSERT
 * of their values, changes by one array a column, unnested by the database. A single command is a
 * list of one.
 */
@Component
public class Bulk {

    /** Up to so many rows a prepared INSERT takes less than a COPY, which is never prepared. */
    private static final int FEW = 8;

    /** An update finds its rows by so many columns. */
    private static final int KEYS = 2;

    private final JdbcTemplate jdbc;
    private final Distribution distribution;
    private final Map<String, Statements> checked = new ConcurrentHashMap<>();

    Bulk(JdbcTemplate jdbc, Distribution distribution) {
        this.jdbc = jdbc;
        this.distribution = distribution;
    }

    /** A column's name, its SQL type, and its value in a row. */
    public record Column<T>(
            String name, String type, Function<? super T, ? extends @Nullable Object> value) {

        public static <T> Column<T> uuid(String name, Function<T, @Nullable UUID> value) {
            return new Column<>(name, "uuid", value);
        }

        public static <T> Column<T> bigint(String name, Function<T, @Nullable Number> value) {
            return new Column<>(name, "bigint", value);
        }

        public static <T> Column<T> text(String name, Function<T, @Nullable Object> value) {
            return new Column<>(name, "text", value);
        }

        /** A value that the database reads from its text: date, timestamptz, jsonb, boolean, … */
        public static <T> Column<T> of(
                String name, String type, Function<T, @Nullable Object> value) {
            return new Column<>(name, type, value);
        }
    }

    /** Both ways to insert rows into the same columns of a table. */
    private record Statements(String copy, String insert) {}

    /** Inserts the rows; gives how many, which is all of them or an exception. */
    @SafeVarargs
    public final <T> int insert(String table, List<T> rows, Column<T>... columns) {
        return insert(table, rows, List.of(columns));
    }

    /** As with columns one by one. */
    public <T> int insert(String table, List<T> rows, List<Column<T>> all) {
        if (rows.isEmpty()) {
            return 0;
        }
        var sql = checked.computeIfAbsent(table + names(all), key -> statements(table, all));
        if (rows.size() <= FEW) {
            insertFew(sql.insert(), rows, all);
        } else {
            copy(sql.copy(), CopyRows.of(rows, all));
        }
        return rows.size();
    }

    private <T> void insertFew(String sql, List<T> rows, List<Column<T>> columns) {
        jdbc.update(
                sql + RowParameters.marks(rows.size(), columns),
                statement -> RowParameters.set(statement, rows, columns));
    }

    private void copy(String sql, CopyRows rows) {
        jdbc.execute(
                (ConnectionCallback<Long>)
                        connection -> {
                            var copy =
                                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
                            try {
                                copy.writeToCopy(rows.bytes(), 0, rows.length());
                                return copy.endCopy();
                            } finally {
                                if (copy.isActive()) {
                                    copy.cancelCopy();
                                }
                            }
                        });
    }

    /** Inserts the rows that are not there yet by a unique key; gives how many were new. */
    @SafeVarargs
    public final <T> int insertMissing(String table, List<T> rows, Column<T>... columns) {
        if (rows.isEmpty()) {
            return 0;
        }
        var all = List.of(columns);
        var sql =
                "INSERT INTO %s (%s) SELECT %s FROM %s ON CONFLICT DO NOTHING"
                        .formatted(table, names(all), read(all), ColumnArrays.table(all));
        return execute(sql, rows, all);
    }

    /**
     * The first two columns, which are keys, and those of the others in which any row has another
     * value than it had; both lists in the same order.
     */
    public static <T> List<Column<T>> changed(
            List<T> before, List<T> after, List<Column<T>> columns) {
        return Stream.concat(
                        columns.stream().limit(KEYS),
                        columns.stream()
                                .skip(KEYS)
                                .filter(column -> differs(before, after, column)))
                .toList();
    }

    private static <T> boolean differs(List<T> before, List<T> after, Column<T> column) {
        for (int i = 0; i < after.size(); i++) {
            var was = column.value().apply(before.get(i));
            if (!Objects.equals(was, column.value().apply(after.get(i)))) {
                return true;
            }
        }
        return false;
    }

    /** Updates rows by the first two columns, account_id and another; gives how many were found. */
    @SafeVarargs
    public final <T> int update(String table, List<T> rows, Column<T>... columns) {
        return update(table, rows, List.of(columns));
    }

    /** As with columns one by one. */
    public <T> int update(String table, List<T> rows, List<Column<T>> all) {
        if (rows.isEmpty()) {
            return 0;
        }
        var keys = all.subList(0, KEYS);
        var sql =
                "UPDATE %s t SET %s FROM %s WHERE %s"
                        .formatted(table, assigned(all), ColumnArrays.table(all), sameRow(keys));
        if (!distribution.isOn()) {
            return execute(sql, rows, all);
        }
        // Named once more, so that the shard is known before the rows are.
        var named = new ArrayList<>(all);
        named.add(all.getFirst());
        return execute(sql + " AND t.account_id = ANY(?)", rows, named);
    }

    private static <T> String assigned(List<Column<T>> columns) {
        return columns.stream()
                .skip(KEYS)
                .map(column -> column.name() + " = " + ColumnArrays.read(column))
                .collect(Collectors.joining(", "));
    }

    private static <T> String sameRow(List<Column<T>> keys) {
        return keys.stream()
                .map(key -> "t.%1$s = v.%1$s".formatted(key.name()))
                .collect(Collectors.joining(" AND "));
    }

    /** Binary data is believed by the database as far as its length fits, so types are compared. */
    private <T> Statements statements(String table, List<Column<T>> columns) {
        Map<String, String> known = new HashMap<>();
        jdbc.query(
                """
                SELECT a.attname, format_type(a.atttypid, NULL) AS type
                FROM pg_attribute a WHERE a.attrelid = ?::regclass AND a.attnum > 0\
                """,
                row -> {
                    var type =
                            row.getString("type")
                                    .replace("timestamp with time zone", "timestamptz");
                    known.put(row.getString("attname"), type);
                },
                table);
        for (var column : columns) {
            if (!column.type().equals(known.get(column.name()))) {
                throw new IllegalArgumentException(
                        "%s.%s is %s, not %s"
                                .formatted(
                                        table,
                                        column.name(),
                                        known.get(column.name()),
                                        column.type()));
            }
        }
        return new Statements(
                "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, names(columns)),
                "INSERT INTO %s (%s) VALUES ".formatted(table, names(columns)));
    }

    private <T> int execute(String sql, List<T> rows, List<Column<T>> columns) {
        var count =
                jdbc.execute(
                        (ConnectionCallback<Integer>)
                                connection -> {
                                    try (var statement = connection.prepareStatement(sql)) {
                                        for (int i = 0; i < columns.size(); i++) {
                                            var array =
                                                    ColumnArrays.of(
                                                            connection, rows, columns.get(i));
                                            statement.setArray(i + 1, array);
                                        }
                                        return statement.executeUpdate();
                                    }
                                });
        return count == null ? 0 : count;
    }

    private static <T> String read(List<Column<T>> columns) {
        return columns.stream().map(ColumnArrays::read).collect(Collectors.joining(", "));
    }

    static <T> String names(List<Column<T>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
