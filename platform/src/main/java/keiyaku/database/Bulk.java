package keiyaku.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes many rows with one statement: one array a column, unnested by the database. A single
 * command is a list of one.
 */
@Component
public class Bulk {

    private final JdbcTemplate jdbc;

    Bulk(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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

    /** Inserts the rows; gives how many, which is all of them or an exception. */
    @SafeVarargs
    public final <T> int insert(String table, List<T> rows, Column<T>... columns) {
        return insert(table, rows, "", columns);
    }

    /** Inserts the rows that are not there yet by a unique key; gives how many were new. */
    @SafeVarargs
    public final <T> int insertMissing(String table, List<T> rows, Column<T>... columns) {
        return insert(table, rows, " ON CONFLICT DO NOTHING", columns);
    }

    /** Updates rows by the first two columns, account_id and another; gives how many were found. */
    @SafeVarargs
    public final <T> int update(String table, List<T> rows, Column<T>... columns) {
        if (rows.isEmpty()) {
            return 0;
        }
        var all = List.of(columns);
        var assigned =
                all.subList(2, all.size()).stream()
                        .map(c -> c.name() + " = v." + c.name())
                        .collect(Collectors.joining(", "));
        var sql =
                "UPDATE %s t SET %s FROM unnest(%s) AS v(%s) WHERE t.%s = v.%s AND t.%s = v.%s"
                        .formatted(
                                table,
                                assigned,
                                parameters(all),
                                names(all),
                                all.get(0).name(),
                                all.get(0).name(),
                                all.get(1).name(),
                                all.get(1).name());
        return execute(sql, rows, all);
    }

    private <T> int insert(String table, List<T> rows, String suffix, Column<T>[] columns) {
        if (rows.isEmpty()) {
            return 0;
        }
        var all = List.of(columns);
        var sql =
                "INSERT INTO %s (%s) SELECT * FROM unnest(%s)%s"
                        .formatted(table, names(all), parameters(all), suffix);
        return execute(sql, rows, all);
    }

    private <T> int execute(String sql, List<T> rows, List<Column<T>> columns) {
        var count =
                jdbc.execute(
                        (ConnectionCallback<Integer>)
                                connection -> {
                                    var arrays = arrays(connection, rows, columns);
                                    try (var statement = connection.prepareStatement(sql)) {
                                        for (int i = 0; i < arrays.size(); i++) {
                                            statement.setArray(i + 1, arrays.get(i));
                                        }
                                        return statement.executeUpdate();
                                    }
                                });
        return count == null ? 0 : count;
    }

    private static <T> List<Array> arrays(
            Connection connection, List<T> rows, List<Column<T>> columns) throws SQLException {
        var arrays = new ArrayList<Array>(columns.size());
        for (var column : columns) {
            var values = new Object[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = cell(column, rows.get(i));
            }
            arrays.add(connection.createArrayOf(sent(column), values));
        }
        return arrays;
    }

    private static <T> @Nullable Object cell(Column<T> column, T row) {
        Object value = column.value().apply(row);
        return switch (value) {
            case null -> null;
            case UUID id -> id;
            case Number n when "bigint".equals(column.type()) -> n.longValue();
            default -> value.toString();
        };
    }

    private static String sent(Column<?> column) {
        return switch (column.type()) {
            case "uuid", "bigint" -> column.type();
            default -> "text";
        };
    }

    private static <T> String names(List<Column<T>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static <T> String parameters(List<Column<T>> columns) {
        return columns.stream().map(c -> "?::" + c.type() + "[]").collect(Collectors.joining(", "));
    }
}
