package keiyaku.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import keiyaku.database.Bulk.Column;

/** A few rows as the parameters of one INSERT, one parameter a cell. */
final class RowParameters {

    private RowParameters() {}

    /** The VALUES of so many rows. */
    static <T> String marks(int rows, List<Column<T>> columns) {
        var row =
                columns.stream()
                        .map(column -> "?::" + column.type())
                        .collect(Collectors.joining(", ", "(", ")"));
        return String.join(", ", Collections.nCopies(rows, row));
    }

    static <T> void set(PreparedStatement statement, List<T> rows, List<Column<T>> columns)
            throws SQLException {
        int place = 1;
        for (var row : rows) {
            for (var column : columns) {
                Object value = column.value().apply(row);
                if (value == null) {
                    statement.setNull(place++, Types.NULL);
                } else {
                    statement.setObject(place++, sent(column.type(), value));
                }
            }
        }
    }

    private static Object sent(String type, Object value) {
        return switch (type) {
            case "uuid" -> value;
            case "bigint" -> ((Number) value).longValue();
            case "integer" -> ((Number) value).intValue();
            case "boolean" -> (Boolean) value;
            case "date" -> (LocalDate) value;
            case "timestamptz" -> micros(value);
            default -> value.toString();
        };
    }

    /** Cut off like in {@link CopyRows}; the driver would round. */
    private static OffsetDateTime micros(Object value) {
        var time =
                value instanceof OffsetDateTime at
                        ? at
                        : ((Instant) value).atOffset(ZoneOffset.UTC);
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
