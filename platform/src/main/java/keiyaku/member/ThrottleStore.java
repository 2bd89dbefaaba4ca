package keiyaku.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Throttles by key. */
@Repository
class ThrottleStore {

    private final JdbcClient jdbc;

    ThrottleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key's throttle, made when there is none, held until the transaction ends. */
    Throttle lock(String key) {
        jdbc.sql(
                        """
                        INSERT INTO member.throttle (throttle_key, failures, times, forget_at)
                        VALUES (:key, 0, '{}', 'infinity') ON CONFLICT DO NOTHING
                        """)
                .param("key", key)
                .update();
        return jdbc.sql(
                        """
                        SELECT failures, times, blocked_until FROM member.throttle
                        WHERE throttle_key = :key FOR UPDATE
                        """)
                .param("key", key)
                .query((row, n) -> throttle(row))
                .single();
    }

    private static Throttle throttle(ResultSet row) throws SQLException {
        var times = (Timestamp[]) row.getArray("times").getArray();
        var blocked = row.getObject("blocked_until", OffsetDateTime.class);
        return new Throttle(
                row.getInt("failures"),
                Arrays.stream(times).map(Timestamp::toInstant).toList(),
                blocked == null ? null : blocked.toInstant());
    }

    void save(String key, Throttle throttle, Instant forgetAt) {
        var blocked = throttle.blockedUntil();
        jdbc.sql(
                        """
                        UPDATE member.throttle
                        SET failures = :failures, times = :times::timestamptz[],
                            blocked_until = :blocked, forget_at = :forget
                        WHERE throttle_key = :key
                        """)
                .param("failures", throttle.failures())
                .param(
                        "times",
                        throttle.times().stream().map(Instant::toString).toArray(String[]::new))
                .param("blocked", blocked == null ? null : blocked.atOffset(ZoneOffset.UTC))
                .param("forget", forgetAt.atOffset(ZoneOffset.UTC))
                .param("key", key)
                .update();
    }

    void forget(String key) {
        jdbc.sql("DELETE FROM member.throttle WHERE throttle_key = :key")
                .param("key", key)
                .update();
    }

    void forgive(String key) {
        jdbc.sql(
                        """
                        UPDATE member.throttle
                        SET failures = greatest(0, failures - 1), blocked_until = NULL
                        WHERE throttle_key = :key
                        """)
                .param("key", key)
                .update();
    }

    /** Drops what nobody needs to wait for any more. */
    void forgetBefore(Instant now) {
        jdbc.sql("DELETE FROM member.throttle WHERE forget_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
