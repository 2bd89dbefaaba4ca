package keiyaku.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import keiyaku.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time codes by account and purpose. */
@Repository
class CodeStore {

    private static final String SELECT =
            """
            SELECT target, code_hash, tries_left, expires_at, message_id FROM member.code
            WHERE account_id = :account AND purpose = :purpose
            """;

    private final JdbcClient jdbc;

    CodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OneTimeCode> find(AccountId account, CodePurpose purpose) {
        return query(SELECT, account, purpose);
    }

    Optional<OneTimeCode> lock(AccountId account, CodePurpose purpose) {
        return query(SELECT + " FOR UPDATE", account, purpose);
    }

    private Optional<OneTimeCode> query(String sql, AccountId account, CodePurpose purpose) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("purpose", purpose.code())
                .query((row, n) -> code(row))
                .optional();
    }

    private static OneTimeCode code(ResultSet row) throws SQLException {
        return new OneTimeCode(
                row.getString("target"),
                row.getString("code_hash"),
                row.getInt("tries_left"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("message_id", UUID.class));
    }

    /** Writes a new code over an older one of the same purpose. */
    void put(AccountId account, CodePurpose purpose, OneTimeCode code) {
        jdbc.sql(
                        """
                        INSERT INTO member.code (account_id, purpose, target, code_hash,
                                                 tries_left, expires_at, message_id)
                        VALUES (:account, :purpose, :target, :hash, :tries, :expires, :message)
                        ON CONFLICT (account_id, purpose) DO UPDATE
                        SET target = excluded.target, code_hash = excluded.code_hash,
                            tries_left = excluded.tries_left, expires_at = excluded.expires_at,
                            message_id = excluded.message_id
                        """)
                .param("account", account.value())
                .param("purpose", purpose.code())
                .param("target", code.target())
                .param("hash", code.hash())
                .param("tries", code.triesLeft())
                .param("expires", code.expiresAt().atOffset(ZoneOffset.UTC))
                .param("message", code.message())
                .update();
    }

    void setTriesLeft(AccountId account, CodePurpose purpose, int left) {
        jdbc.sql(
                        """
                        UPDATE member.code SET tries_left = :left
                        WHERE account_id = :account AND purpose = :purpose
                        """)
                .param("left", left)
                .param("account", account.value())
                .param("purpose", purpose.code())
                .update();
    }

    void remove(AccountId account, CodePurpose purpose) {
        jdbc.sql("DELETE FROM member.code WHERE account_id = :account AND purpose = :purpose")
                .param("account", account.value())
                .param("purpose", purpose.code())
                .update();
    }
}
