package keiyaku.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import keiyaku.database.Bulk.Column;
import org.jspecify.annotations.Nullable;

/**
 * One array a column, as a statement unnests them: days and times go as whole numbers, since the
 * driver sends arrays of numbers in binary and the server need not read them from text. So go ids.
 */
final class ColumnArrays {

    private static final String DAY = "date '2000-01-01' + v.%s";
    private static final String TIME =
            "timestamptz '2000-01-01 00:00:00+00' + v.%s * interval '1 microsecond'";

    private ColumnArrays() {}

    /** A table v of the arrays, one parameter each. */
    static <T> String table(List<Column<T>> columns) {
        var arrays =
                columns.stream()
                        .map(column -> "?::" + sent(column.type()) + "[]")
                        .collect(Collectors.joining(", "));
        return "unnest(" + arrays + ") AS v(" + Bulk.names(columns) + ")";
    }

    /** A column of v in its own type. */
    static String read(Column<?> column) {
        var name = column.name();
        return switch (column.type()) {
            case "date" -> DAY.formatted(name);
            case "timestamptz" -> TIME.formatted(name);
            case "json", "jsonb", "numeric" -> "v." + name + "::" + column.type();
            default -> "v." + name;
        };
    }

    static <T> Array of(Connection connection, List<T> rows, Column<T> column) throws SQLException {
        if (column.type().equals("uuid")) {
            return UuidArray.of(rows, row -> (UUID) column.value().apply(row)).array(connection);
        }
        var values =
                switch (column.type()) {
                    case "bigint" ->
                            values(rows, column, Long[]::new, v -> ((Number) v).longValue());
                    case "timestamptz" -> values(rows, column, Long[]::new, CopyRows::micros);
                    case "integer" ->
                            values(rows, column, Integer[]::new, v -> ((Number) v).intValue());
                    case "date" ->
                            values(rows, column, Integer[]::new, v -> CopyRows.days((LocalDate) v));
                    case "boolean" -> values(rows, column, Boolean[]::new, v -> (Boolean) v);
                    default -> values(rows, column, String[]::new, Object::toString);
                };
        return connection.createArrayOf(sent(column.type()), values);
    }

    private static <T, V> @Nullable V[] values(
            List<T> rows,
            Column<T> column,
            IntFunction<@Nullable V[]> array,
            Function<Object, V> cell) {
        var values = array.apply(rows.size());
        for (int i = 0; i < values.length; i++) {
            Object value = column.value().apply(rows.get(i));
            values[i] = value == null ? null : cell.apply(value);
        }
        return values;
    }

    private static String sent(String type) {
        return switch (type) {
            case "date", "integer" -> "int4";
            case "timestamptz", "bigint" -> "int8";
            case "boolean" -> "bool";
            case "uuid" -> "uuid";
            default -> "text";
        };
    }
}
