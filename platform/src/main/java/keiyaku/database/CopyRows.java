package keiyaku.database;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import keiyaku.database.Bulk.Column;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/** Rows in the binary format of COPY, as PostgreSQL's manual describes it under COPY. */
final class CopyRows {

    private static final byte[] SIGNATURE =
            "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NO_FLAGS_NO_EXTENSION = 8;
    private static final int NULL = -1;
    private static final int END = -1;
    private static final byte JSONB_VERSION = 1;
    private static final int BYTES_PER_CELL = 24;

    private static final long DAY_ZERO = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final Instant TIME_ZERO = Instant.parse("2000-01-01T00:00:00Z");

    private byte[] bytes;
    private int used;

    private CopyRows(int capacity) {
        bytes = new byte[capacity];
    }

    /** All rows as one message; {@link #length} of {@link #bytes} count. */
    static <T> CopyRows of(List<T> rows, List<Column<T>> columns) {
        var copy = new CopyRows(64 + rows.size() * columns.size() * BYTES_PER_CELL);
        copy.raw(SIGNATURE);
        copy.room(NO_FLAGS_NO_EXTENSION);
        copy.used += NO_FLAGS_NO_EXTENSION;
        for (var row : rows) {
            copy.int2(columns.size());
            for (var column : columns) {
                copy.cell(column.type(), column.value().apply(row));
            }
        }
        copy.int2(END);
        return copy;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return used;
    }

    private void cell(String type, @Nullable Object value) {
        if (value == null) {
            int4(NULL);
            return;
        }
        switch (type) {
            case "uuid" -> uuid((UUID) value);
            case "bigint" -> sized8(((Number) value).longValue());
            case "integer" -> integer(((Number) value).intValue());
            case "boolean" -> bool((Boolean) value);
            case "date" -> integer(days((LocalDate) value));
            case "timestamptz" -> sized8(micros(value));
            case "text", "json" -> text(value.toString());
            case "jsonb" -> jsonb(value.toString());
            default -> throw new IllegalArgumentException("no binary form of " + type);
        }
    }

    /** Days since 2000, as PostgreSQL counts them. */
    static int days(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - DAY_ZERO);
    }

    /** Microseconds since 2000. */
    static long micros(Object value) {
        var instant = value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
        return ChronoUnit.MICROS.between(TIME_ZERO, instant);
    }

    private void uuid(UUID id) {
        int4(16);
        int8(id.getMostSignificantBits());
        int8(id.getLeastSignificantBits());
    }

    private void sized8(long value) {
        int4(8);
        int8(value);
    }

    private void integer(int value) {
        int4(4);
        int4(value);
    }

    private void bool(boolean value) {
        int4(1);
        room(1);
        bytes[used++] = (byte) (value ? 1 : 0);
    }

    private void text(String value) {
        var encoded = value.getBytes(StandardCharsets.UTF_8);
        int4(encoded.length);
        raw(encoded);
    }

    private void jsonb(String value) {
        var encoded = value.getBytes(StandardCharsets.UTF_8);
        int4(encoded.length + 1);
        room(1);
        bytes[used++] = JSONB_VERSION;
        raw(encoded);
    }

    private void int2(int value) {
        room(2);
        ByteConverter.int2(bytes, used, value);
        used += 2;
    }

    private void int4(int value) {
        room(4);
        ByteConverter.int4(bytes, used, value);
        used += 4;
    }

    private void int8(long value) {
        room(8);
        ByteConverter.int8(bytes, used, value);
        used += 8;
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, used, value.length);
        used += value.length;
    }

    private void room(int more) {
        if (used + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + more, bytes.length * 2));
        }
    }
}
