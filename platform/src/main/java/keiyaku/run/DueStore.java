package keiyaku.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keiyaku.run.DueWork.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of an account's table that fall due by an instant in one of their columns, which a
 * partial index of the table finds. What is set aside has no instant there, and a reason in its
 * column {@code parked}. The table's own store locks the rows and reads them.
 */
public final class DueStore {

    private final JdbcClient jdbc;
    private final String next;
    private final String due;
    private final String park;
    private final String unpark;

    /**
     * @param table with its schema
     * @param id the column that names a row of an account
     * @param column the instant, null where nothing is planned
     */
    public DueStore(JdbcClient jdbc, String table, String id, String column) {
        this.jdbc = jdbc;
        next = "SELECT min(%2$s) FROM %1$s WHERE %2$s IS NOT NULL".formatted(table, column);
        due =
                "SELECT account_id, %2$s FROM %1$s WHERE %3$s <= ? ORDER BY %3$s LIMIT ?"
                        .formatted(table, id, column);
        park =
                "UPDATE %1$s SET %3$s = NULL, parked = ? WHERE account_id = ? AND %2$s = ?"
                        .formatted(table, id, column);
        unpark =
                """
                UPDATE %1$s SET %3$s = ?, parked = NULL
                WHERE account_id = ? AND %2$s = ? AND parked IS NOT NULL\
                """
                        .formatted(table, id, column);
    }

    /** When the first of them falls due. */
    public Optional<Instant> next() {
        return jdbc.sql(next).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** Those due at an instant, the oldest first. */
    public List<Subject> due(Instant now, int limit) {
        return jdbc.sql(due)
                .params(now.atOffset(ZoneOffset.UTC), limit)
                .query(
                        (row, i) ->
                                new Subject(
                                        row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    public void park(Subject subject, String reason) {
        jdbc.sql(park).params(reason, subject.account(), subject.id()).update();
    }

    /** What is not set aside stays as it is. */
    public void unpark(Subject subject, Instant dueAt) {
        jdbc.sql(unpark)
                .params(dueAt.atOffset(ZoneOffset.UTC), subject.account(), subject.id())
                .update();
    }
}
