package keiyaku.run;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keiyaku.database.DatabaseAccess;
import keiyaku.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A work on rows of a table: each is due once, or again and again by its step. */
final class Toys implements DueWork {

    private final String name;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** What was done, in order: name, instant. */
    final List<String> diary = Collections.synchronizedList(new ArrayList<>());

    /** How many chunks shall meet a failure that passes. */
    int passingFailures;

    Toys(String name, JdbcClient jdbc, DataSourceTransactionManager transactions) {
        this.name = name;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    static void createTable(DatabaseAccess access) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                access.url(), access.ownerUser(), access.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE SCHEMA toys;
                    GRANT USAGE ON SCHEMA toys TO %1$s;
                    CREATE TABLE toys.toy (
                      account_id uuid NOT NULL, id uuid NOT NULL, work text NOT NULL,
                      due_at timestamptz, step_seconds bigint, poisoned boolean NOT NULL,
                      times integer NOT NULL DEFAULT 0, parked boolean NOT NULL DEFAULT false,
                      PRIMARY KEY (account_id, id));
                    CREATE INDEX ON toys.toy (work, due_at);
                    GRANT ALL ON toys.toy TO %1$s;
                    """
                            .formatted(access.applicationUser()));
        }
    }

    Subject add(Instant due, boolean poisoned) {
        return add(new AccountId(UUID.randomUUID()), due, null, poisoned);
    }

    Subject add(
            AccountId account,
            Instant due,
            @org.jspecify.annotations.Nullable Duration step,
            boolean poisoned) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO toys.toy (account_id, id, work, due_at, step_seconds, poisoned)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(account.value(), id, name, Timestamp.from(due))
                .param(step == null ? null : step.toSeconds())
                .param(poisoned)
                .update();
        return new Subject(account.value(), id);
    }

    void addMany(int count, Instant due) {
        jdbc.sql(
                        """
                        INSERT INTO toys.toy (account_id, id, work, due_at, poisoned)
                        SELECT gen_random_uuid(), gen_random_uuid(), ?, ?, false
                        FROM generate_series(1, ?)
                        """)
                .params(name, Timestamp.from(due), count)
                .update();
    }

    void heal(Subject subject) {
        jdbc.sql("UPDATE toys.toy SET poisoned = false WHERE account_id = ? AND id = ?")
                .params(subject.account(), subject.id())
                .update();
    }

    long count(String condition) {
        return jdbc.sql("SELECT count(*) FROM toys.toy WHERE work = ? AND " + condition)
                .param(name)
                .query(Long.class)
                .single();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql("SELECT min(due_at) FROM toys.toy WHERE work = ?")
                .param(name)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT account_id, id FROM toys.toy WHERE work = ? AND due_at <= ?
                        ORDER BY due_at, id LIMIT ?
                        """)
                .params(name, Timestamp.from(now), limit)
                .query(
                        (row, n) ->
                                new Subject(
                                        row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        if (passingFailures > 0) {
            passingFailures--;
            throw new IllegalStateException(new SQLException("deadlock", "40P01"));
        }
        var count = transaction.execute(status -> write(chunk, now));
        return count == null ? 0 : count;
    }

    private int write(List<Subject> chunk, Instant now) {
        var ids = chunk.stream().map(Subject::id).toArray(UUID[]::new);
        var accounts = chunk.stream().map(Subject::account).toArray(UUID[]::new);
        int poisoned =
                jdbc.sql(
                                """
                                SELECT count(*) FROM toys.toy
                                WHERE account_id = ANY(?) AND id = ANY(?) AND poisoned
                                """)
                        .params(accounts, ids)
                        .query(Integer.class)
                        .single();
        if (poisoned > 0) {
            throw new IllegalStateException("a poisoned toy");
        }
        int done =
                jdbc.sql(
                                """
                                UPDATE toys.toy SET times = times + 1,
                                  due_at = due_at + make_interval(secs => step_seconds)
                                WHERE (account_id, id) IN (
                                  SELECT account_id, id FROM toys.toy
                                  WHERE account_id = ANY(?) AND id = ANY(?) AND due_at <= ?
                                  FOR UPDATE SKIP LOCKED)
                                """)
                        .params(accounts, ids, Timestamp.from(now))
                        .update();
        if (done > 0) {
            diary.add(name + " " + now);
        }
        return done;
    }

    @Override
    public void park(Subject subject, String reason) {
        jdbc.sql("UPDATE toys.toy SET due_at = NULL, parked = true WHERE account_id = ? AND id = ?")
                .params(subject.account(), subject.id())
                .update();
    }

    @Override
    public void unpark(Subject subject) {
        jdbc.sql(
                        """
                        UPDATE toys.toy SET due_at = '2026-01-01Z', parked = false
                        WHERE account_id = ? AND id = ?
                        """)
                .params(subject.account(), subject.id())
                .update();
    }
}
