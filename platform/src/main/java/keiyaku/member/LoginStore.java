package keiyaku.member;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import keiyaku.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Password hashes, one-time addresses, devices and the ending of sessions. */
@Repository
class LoginStore {

    private final JdbcClient jdbc;

    LoginStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where there is no login or none with a password yet. */
    Optional<String> passwordHash(AccountId account) {
        return jdbc.sql(
                        """
                        SELECT password_hash FROM member.login
                        WHERE account_id = :account AND password_hash IS NOT NULL
                        """)
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    void setPassword(AccountId account, String hash, Instant at) {
        jdbc.sql(
                        """
                        UPDATE member.login SET password_hash = :hash, changed_at = :at
                        WHERE account_id = :account
                        """)
                .param("hash", hash)
                .param("at", utc(at))
                .param("account", account.value())
                .update();
    }

    /** Ends every session of a login, in the transaction of what made it necessary. */
    int endSessions(AccountId account) {
        return jdbc.sql("DELETE FROM member.session WHERE principal_name = :principal")
                .param("principal", account.toString())
                .update();
    }

    void putReset(AccountId account, String hash, Instant expires) {
        jdbc.sql(
                        """
                        INSERT INTO member.reset (account_id, secret_hash, expires_at)
                        VALUES (:account, :hash, :expires)
                        ON CONFLICT (account_id) DO UPDATE
                        SET secret_hash = excluded.secret_hash, expires_at = excluded.expires_at
                        """)
                .param("account", account.value())
                .param("hash", hash)
                .param("expires", utc(expires))
                .update();
    }

    boolean hasReset(AccountId account, String hash, Instant now) {
        return jdbc.sql(
                        """
                        SELECT 1 FROM member.reset
                        WHERE account_id = :account AND secret_hash = :hash AND expires_at > :now
                        """)
                .param("account", account.value())
                .param("hash", hash)
                .param("now", utc(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Uses it up; false when it was not there any more. */
    boolean takeReset(AccountId account, String hash, Instant now) {
        return jdbc.sql(
                                """
                                DELETE FROM member.reset
                                WHERE account_id = :account AND secret_hash = :hash
                                  AND expires_at > :now
                                """)
                        .param("account", account.value())
                        .param("hash", hash)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void dropReset(AccountId account) {
        jdbc.sql("DELETE FROM member.reset WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }

    /** Notes that a device was seen; true when it was known before. */
    boolean seen(AccountId account, String device, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE member.device SET last_seen_at = :now
                                WHERE account_id = :account AND device_hash = :device
                                """)
                        .param("now", utc(now))
                        .param("account", account.value())
                        .param("device", device)
                        .update()
                == 1;
    }

    void addDevice(AccountId account, String device, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO member.device (account_id, device_hash, first_seen_at,
                                                   last_seen_at)
                        VALUES (:account, :device, :now, :now) ON CONFLICT DO NOTHING
                        """)
                .param("account", account.value())
                .param("device", device)
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
