package keiyaku.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sign-ups on their way. */
@Repository
class SignUpStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT =
            """
            SELECT account_id, secret_hash, step, country, type, language, consents, entered,
                   password_hash, email_verified, phone_verified, expires_at
            FROM member.sign_up WHERE account_id = :account
            """;

    private final JdbcClient jdbc;

    SignUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sign-up and the hash of the secret that opens it. */
    record Kept(SignUp signUp, String secretHash) {}

    Optional<Kept> find(AccountId account) {
        return query(SELECT, account);
    }

    Optional<Kept> lock(AccountId account) {
        return query(SELECT + " FOR UPDATE", account);
    }

    private Optional<Kept> query(String sql, AccountId account) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .query((row, n) -> new Kept(signUp(row), row.getString("secret_hash")))
                .optional();
    }

    private static SignUp signUp(ResultSet row) throws SQLException {
        return new SignUp(
                new AccountId(row.getObject("account_id", UUID.class)),
                SignUpStep.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
                new SignUp.Place(
                        row.getString("country"),
                        MemberType.ofCode(row.getString("type")).orElseThrow()),
                Language.ofTag(row.getString("language")).orElseThrow(),
                JSON.readValue(row.getString("consents"), new TypeReference<List<Consent>>() {}),
                JSON.readValue(
                        row.getString("entered"), new TypeReference<Map<String, String>>() {}),
                row.getString("password_hash"),
                row.getBoolean("email_verified"),
                row.getBoolean("phone_verified"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    void insert(SignUp signUp, String secretHash) {
        jdbc.sql(
                        """
                        INSERT INTO member.sign_up (
                          account_id, secret_hash, step, country, type, language, consents,
                          entered, email_verified, phone_verified, expires_at)
                        VALUES (:account, :secret, :step, :country, :type, :language, '[]',
                                '{}', false, false, :expires)
                        """)
                .param("account", signUp.account().value())
                .param("secret", secretHash)
                .param("step", signUp.step().code())
                .param("country", signUp.place().country())
                .param("type", signUp.place().type().code())
                .param("language", signUp.language().tag())
                .param("expires", utc(signUp.expiresAt()))
                .update();
    }

    void save(SignUp signUp) {
        jdbc.sql(
                        """
                        UPDATE member.sign_up
                        SET step = :step, country = :country, type = :type, language = :language,
                            consents = :consents::jsonb, entered = :entered::jsonb,
                            password_hash = :password, email_verified = :emailVerified,
                            phone_verified = :phoneVerified, expires_at = :expires
                        WHERE account_id = :account
                        """)
                .param("step", signUp.step().code())
                .param("country", signUp.place().country())
                .param("type", signUp.place().type().code())
                .param("language", signUp.language().tag())
                .param("consents", JSON.writeValueAsString(signUp.consents()))
                .param("entered", JSON.writeValueAsString(signUp.entered()))
                .param("password", signUp.passwordHash())
                .param("emailVerified", signUp.emailVerified())
                .param("phoneVerified", signUp.phoneVerified())
                .param("expires", utc(signUp.expiresAt()))
                .param("account", signUp.account().value())
                .update();
    }

    Optional<Instant> nextExpiry() {
        return jdbc.sql("SELECT min(expires_at) FROM member.sign_up")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<Subject> expired(Instant now, int limit) {
        return jdbc
                .sql(
                        """
                        SELECT account_id FROM member.sign_up WHERE expires_at <= :now
                        ORDER BY expires_at LIMIT :limit
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> new Subject(id, id))
                .toList();
    }

    /** Forgets sign-ups that nobody went on with, with their codes. */
    int forget(List<Subject> subjects, Instant now) {
        var ids = UuidArray.of(subjects, Subject::account);
        jdbc.sql(
                        """
                        DELETE FROM member.code
                        WHERE account_id = ANY(:ids) AND purpose IN ('sign-up-mail','sign-up-phone')
                        """)
                .param("ids", ids)
                .update();
        return jdbc.sql(
                        """
                        DELETE FROM member.sign_up
                        WHERE account_id = ANY(:ids) AND expires_at <= :now
                        """)
                .param("ids", ids)
                .param("now", utc(now))
                .update();
    }

    /** Sets one aside: it is not due again. */
    void postpone(Subject subject, Instant until) {
        jdbc.sql("UPDATE member.sign_up SET expires_at = :until WHERE account_id = :account")
                .param("until", utc(until))
                .param("account", subject.account())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
