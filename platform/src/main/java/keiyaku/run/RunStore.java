package keiyaku.run;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the run. */
@Repository
class RunStore {

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a worker has done of one work since it started. */
    record Count(String work, long done, long failed, long rate, Instant since, Instant last) {}

    /** Where a moved clock stood. */
    record Reached(Duration ahead, Instant at) {}

    void park(String work, Subject subject, String reason, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO run.parked (account_id, work, subject_id, at, reason)
                        VALUES (:account, :work, :subject, :at, :reason)
                        ON CONFLICT (account_id, work, subject_id, at)
                        DO UPDATE SET reason = excluded.reason,
                                      taken_up_at = NULL, taken_up_by = NULL
                        """)
                .param("account", subject.account())
                .param("work", work)
                .param("subject", subject.id())
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .update();
    }

    /** The shard of each account, in the accounts' order. */
    List<Long> shards(List<UUID> accounts) {
        return jdbc.sql(
                        """
                        SELECT infra.shard_of(account) FROM unnest(:accounts::uuid[])
                               WITH ORDINALITY AS a(account, place)
                        ORDER BY place\
                        """)
                .param("accounts", UuidArray.of(accounts))
                .query(Long.class)
                .list();
    }

    int takeUp(String work, Subject subject, Instant at, String by) {
        return jdbc.sql(
                        """
                        UPDATE run.parked SET taken_up_at = :at, taken_up_by = :by
                        WHERE account_id = :account AND work = :work AND subject_id = :subject
                          AND taken_up_at IS NULL
                        """)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("account", subject.account())
                .param("work", work)
                .param("subject", subject.id())
                .update();
    }

    /** The pieces that are set aside, the latest first; of all accounts, for operators. */
    List<Parked> parked(int limit) {
        return jdbc.sql(
                        """
                        SELECT account_id, work, subject_id, reason, at FROM run.parked
                        WHERE taken_up_at IS NULL
                        ORDER BY at DESC, account_id, work, subject_id LIMIT :limit
                        """)
                .param("limit", limit)
                .query(
                        (row, n) ->
                                new Parked(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        row.getString("work"),
                                        row.getObject("subject_id", UUID.class),
                                        row.getString("reason"),
                                        row.getTimestamp("at").toInstant()))
                .list();
    }

    long parkedCount(String work) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM run.parked WHERE taken_up_at IS NULL AND work = :work
                        """)
                .param("work", work)
                .query(Long.class)
                .single();
    }

    void saveProgress(String worker, Count count) {
        jdbc.sql(
                        """
                        INSERT INTO run.progress (work, worker, done, failed, rate, since, last)
                        VALUES (:work, :worker, :done, :failed, :rate, :since, :last)
                        ON CONFLICT (work, worker) DO UPDATE
                        SET done = excluded.done, failed = excluded.failed,
                            rate = excluded.rate, last = excluded.last
                        """)
                .param("work", count.work())
                .param("worker", worker)
                .param("done", count.done())
                .param("failed", count.failed())
                .param("rate", count.rate())
                .param("since", Timestamp.from(count.since()))
                .param("last", Timestamp.from(count.last()))
                .update();
    }

    /** Rows of workers that are gone; how far they were is of no use any more. */
    void forgetProgress(Instant before) {
        jdbc.sql("DELETE FROM run.progress WHERE last < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    Optional<Count> progress(String work) {
        return jdbc.sql(
                        """
                        SELECT work, sum(done)::bigint AS done, sum(failed)::bigint AS failed,
                               sum(rate)::bigint AS rate, min(since) AS since, max(last) AS last
                        FROM run.progress WHERE work = :work GROUP BY work
                        """)
                .param("work", work)
                .query(
                        (row, n) ->
                                new Count(
                                        row.getString("work"),
                                        row.getLong("done"),
                                        row.getLong("failed"),
                                        row.getLong("rate"),
                                        row.getTimestamp("since").toInstant(),
                                        row.getTimestamp("last").toInstant()))
                .optional();
    }

    Optional<Pause> pause(String work) {
        return jdbc.sql("SELECT at, by, why FROM run.pause WHERE work = :work")
                .param("work", work)
                .query(
                        (row, n) ->
                                new Pause(
                                        row.getTimestamp("at").toInstant(),
                                        row.getString("by"),
                                        row.getString("why")))
                .optional();
    }

    Set<String> paused() {
        return jdbc.sql("SELECT work FROM run.pause").query(String.class).set();
    }

    void pause(String work, Pause pause) {
        jdbc.sql(
                        """
                        INSERT INTO run.pause (work, at, by, why) VALUES (:work, :at, :by, :why)
                        ON CONFLICT (work) DO NOTHING
                        """)
                .param("work", work)
                .param("at", Timestamp.from(pause.at()))
                .param("by", pause.by())
                .param("why", pause.why())
                .update();
    }

    void resume(String work) {
        jdbc.sql("DELETE FROM run.pause WHERE work = :work").param("work", work).update();
    }

    Optional<Reached> clock() {
        return jdbc.sql("SELECT ahead_seconds, reached FROM run.clock")
                .query(
                        (row, n) ->
                                new Reached(
                                        Duration.ofSeconds(row.getLong("ahead_seconds")),
                                        row.getTimestamp("reached").toInstant()))
                .optional();
    }

    /** Several processes may write it: the one that is further ahead wins. */
    void saveClock(Reached reached) {
        jdbc.sql(
                        """
                        INSERT INTO run.clock AS c (one, ahead_seconds, reached)
                        VALUES (true, :ahead, :at)
                        ON CONFLICT (one) DO UPDATE
                        SET ahead_seconds = greatest(c.ahead_seconds, excluded.ahead_seconds),
                            reached = greatest(c.reached, excluded.reached)
                        """)
                .param("ahead", reached.ahead().toSeconds())
                .param("at", Timestamp.from(reached.at()))
                .update();
    }
}
