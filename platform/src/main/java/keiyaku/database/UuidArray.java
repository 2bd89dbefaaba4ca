package keiyaku.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;
import org.postgresql.util.ByteConverter;
import org.springframework.jdbc.core.SqlTypeValue;

/**
 * Ids as one parameter of a statement, for {@code = ANY(?)}: in the binary form of PostgreSQL's
 * arrays, since the driver sends arrays of ids as text, which the server reads character by
 * character.
 */
public final class UuidArray implements SqlTypeValue {

    /** Dimensions, whether there are nulls, the type; then length and lower bound of the one. */
    private static final int HEADER = 5 * Integer.BYTES;

    private static final int HEADER_OF_NONE = 3 * Integer.BYTES;
    private static final int ID = 2 * Long.BYTES;
    private static final int NULL = -1;

    private final List<@Nullable UUID> ids;

    private UuidArray(List<@Nullable UUID> ids) {
        this.ids = ids;
    }

    /** The id of each, in their order. */
    public static <T extends @Nullable Object> UuidArray of(
            Collection<T> all, Function<? super T, ? extends @Nullable UUID> id) {
        var ids = new ArrayList<@Nullable UUID>(all.size());
        for (var one : all) {
            ids.add(id.apply(one));
        }
        return new UuidArray(ids);
    }

    public static UuidArray of(Collection<UUID> ids) {
        return of(ids, Function.identity());
    }

    /** Each id once. */
    public static <T> UuidArray distinct(Collection<T> all, Function<? super T, UUID> id) {
        return new UuidArray(all.stream().<@Nullable UUID>map(id).distinct().toList());
    }

    @Override
    public void setTypeValue(
            PreparedStatement statement, int index, int sqlType, @Nullable String typeName)
            throws SQLException {
        statement.setArray(index, array(statement.getConnection()));
    }

    /** The same for a connection of PostgreSQL's driver, behind whatever pool. */
    public Array array(Connection connection) throws SQLException {
        return new PgArray(connection.unwrap(BaseConnection.class), Oid.UUID_ARRAY, bytes());
    }

    private byte[] bytes() {
        if (ids.isEmpty()) {
            return header(HEADER_OF_NONE, 0);
        }
        var bytes = header(HEADER + ids.size() * (Integer.BYTES + ID), 1);
        ByteConverter.int4(bytes, 12, ids.size());
        ByteConverter.int4(bytes, 16, 1);
        int used = HEADER;
        for (var id : ids) {
            ByteConverter.int4(bytes, used, id == null ? NULL : ID);
            used += Integer.BYTES;
            if (id != null) {
                ByteConverter.int8(bytes, used, id.getMostSignificantBits());
                ByteConverter.int8(bytes, used + Long.BYTES, id.getLeastSignificantBits());
                used += ID;
            }
        }
        return used == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, used);
    }

    private byte[] header(int length, int dimensions) {
        var bytes = new byte[length];
        ByteConverter.int4(bytes, 0, dimensions);
        ByteConverter.int4(bytes, 4, ids.contains(null) ? 1 : 0);
        ByteConverter.int4(bytes, 8, Oid.UUID);
        return bytes;
    }
}
