package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of payment methods and of the sessions they come from. */
@Repository
class MethodStore {

    private static final String COLUMNS =
            "account_id, id, kind, gateway, token, is_default, registered_at, "
                    + MeansColumns.NAMES;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    MethodStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A method with what only the gateway is told. */
    record Kept(PaymentMethod method, String gateway, String token) {

        @Override
        public String toString() {
            return method.id().toString();
        }
    }

    /** A session of hosted fields; the method that came of it, once one has. */
    record Session(String id, @Nullable UUID method) {}

    void insertSession(AccountId account, String session, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO payment.card_session (account_id, id, opened_at, method_id)
                        VALUES (?, ?, ?, NULL)\
                        """)
                .params(account.value(), session, utc(at))
                .update();
    }

    Optional<Session> session(AccountId account, String session) {
        return session(account, session, "");
    }

    Optional<Session> lockSession(AccountId account, String session) {
        return session(account, session, " FOR UPDATE");
    }

    private Optional<Session> session(AccountId account, String session, String suffix) {
        return jdbc.sql(
                        """
                        SELECT id, method_id FROM payment.card_session
                        WHERE account_id = ? AND id = ?\
                        """
                                + suffix)
                .params(account.value(), session)
                .query(
                        (row, i) ->
                                new Session(
                                        row.getString("id"),
                                        row.getObject("method_id", UUID.class)))
                .optional();
    }

    void completeSession(AccountId account, String session, MethodId method) {
        jdbc.sql(
                        """
                        UPDATE payment.card_session SET method_id = ?
                        WHERE account_id = ? AND id = ?\
                        """)
                .params(method.value(), account.value(), session)
                .update();
    }

    void insert(Kept kept) {
        insert(List.of(kept));
    }

    void insert(List<Kept> many) {
        var sql =
                "INSERT INTO payment.method ("
                        + COLUMNS
                        + ") VALUES (:account, :id, :kind, :gateway, :token, :default, :at, "
                        + MeansColumns.PARAMETERS
                        + ")";
        var rows = many.stream().map(MethodStore::row).toArray(SqlParameterSource[]::new);
        batches.batchUpdate(sql, rows);
    }

    private static SqlParameterSource row(Kept kept) {
        var method = kept.method();
        return new MapSqlParameterSource(MeansColumns.of(method.means()))
                .addValue("account", method.account().value())
                .addValue("id", method.id().value())
                .addValue("kind", method.kind().code())
                .addValue("gateway", kept.gateway())
                .addValue("token", kept.token())
                .addValue("default", method.isDefault())
                .addValue("at", utc(method.registeredAt()));
    }

    /** An account's methods, the default one first, then the newest; removed ones are left out. */
    List<PaymentMethod> of(AccountId account) {
        return of(account, "");
    }

    List<PaymentMethod> lock(AccountId account) {
        return of(account, " FOR UPDATE");
    }

    private List<PaymentMethod> of(AccountId account, String suffix) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM payment.method WHERE account_id = ? AND removed_at IS NULL
                                ORDER BY is_default DESC, id DESC\
                                """
                                + suffix)
                .param(account.value())
                .query((row, i) -> kept(row).method())
                .list();
    }

    /** A method of an account, also when it has been removed since. */
    Optional<PaymentMethod> find(AccountId account, MethodId id) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM payment.method WHERE account_id = ? AND id = ?")
                .params(account.value(), id.value())
                .query((row, i) -> kept(row).method())
                .optional();
    }

    /** The methods by which accounts are debited; accounts without one are missing. */
    List<Kept> defaults(Collection<AccountId> accounts) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM payment.method
                                WHERE account_id = ANY(:accounts) AND is_default\
                                """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .query((row, i) -> kept(row))
                .list();
    }

    /** All methods of accounts, the newest first. */
    List<Kept> all(Collection<AccountId> accounts) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM payment.method
                                WHERE account_id = ANY(:accounts) AND removed_at IS NULL
                                ORDER BY is_default DESC, id DESC\
                                """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .query((row, i) -> kept(row))
                .list();
    }

    /** The named methods, also those that were removed since. */
    List<Kept> named(Collection<AccountId> accounts, Collection<UUID> methods) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM payment.method
                                WHERE account_id = ANY(:accounts) AND id = ANY(:methods)\
                                """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("methods", UuidArray.of(methods))
                .query((row, i) -> kept(row))
                .list();
    }

    /** Those of the accounts that have a method which is good in a month. */
    Set<AccountId> canPay(Collection<AccountId> accounts, YearMonth month) {
        var able = new HashSet<AccountId>();
        jdbc.sql(
                        """
                        SELECT DISTINCT account_id FROM payment.method
                        WHERE account_id = ANY(:accounts) AND removed_at IS NULL
                          AND CASE kind
                                WHEN 'card' THEN (expiry_year, expiry_month) >= (:year, :month)
                                WHEN 'direct-debit' THEN state = 'active'
                                ELSE true END\
                        """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("year", month.getYear())
                .param("month", month.getMonthValue())
                .query(
                        row -> {
                            able.add(new AccountId(row.getObject("account_id", UUID.class)));
                        });
        return able;
    }

    /** The kinds by which accounts pay, of those whose money comes days later. */
    Map<AccountId, MethodKind> notAtOnce(Collection<AccountId> accounts) {
        var kinds = new HashMap<AccountId, MethodKind>();
        jdbc.sql(
                        """
                        SELECT account_id, kind FROM payment.method
                        WHERE account_id = ANY(:accounts) AND is_default
                          AND kind IN ('direct-debit', 'deposit')\
                        """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .query(
                        row -> {
                            kinds.put(
                                    new AccountId(row.getObject("account_id", UUID.class)),
                                    MethodKind.ofCode(row.getString("kind")));
                        });
        return kinds;
    }

    void setDefault(AccountId account, MethodId id) {
        jdbc.sql(
                        """
                        UPDATE payment.method SET is_default = false
                        WHERE account_id = ? AND is_default AND id <> ?\
                        """)
                .params(account.value(), id.value())
                .update();
        jdbc.sql("UPDATE payment.method SET is_default = true WHERE account_id = ? AND id = ?")
                .params(account.value(), id.value())
                .update();
    }

    /** What the bank says of a mandate; nothing more is asked of it. */
    void mandate(AccountId account, MethodId id, MandateState state, @Nullable String reason) {
        jdbc.sql(
                        """
                        UPDATE payment.method
                        SET state = :state, state_reason = :reason, next_check_at = NULL
                        WHERE account_id = :account AND id = :id AND kind = 'direct-debit'\
                        """)
                .param("state", state.code())
                .param("reason", reason)
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    void checkAt(AccountId account, MethodId id, Instant at) {
        parkCheck(new Subject(account.value(), id.value()), null, at);
    }

    Optional<Instant> nextCheck() {
        return jdbc.sql(
                        """
                        SELECT min(next_check_at) FROM payment.method
                        WHERE next_check_at IS NOT NULL\
                        """)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<Subject> checks(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT account_id, id FROM payment.method
                        WHERE next_check_at <= ? ORDER BY next_check_at LIMIT ?\
                        """)
                .params(utc(now), limit)
                .query(
                        (row, i) ->
                                new Subject(
                                        row.getObject("account_id", UUID.class),
                                        row.getObject("id", UUID.class)))
                .list();
    }

    void parkCheck(Subject subject, @Nullable String reason, @Nullable Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment.method SET next_check_at = :at, parked = :reason
                        WHERE account_id = :account AND id = :id\
                        """)
                .param("at", at == null ? null : utc(at))
                .param("reason", reason)
                .param("account", subject.account())
                .param("id", subject.id())
                .update();
    }

    void insertVisit(AccountId account, String visit, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO payment.wallet_visit (account_id, id, opened_at, method_id)
                        VALUES (?, ?, ?, NULL)\
                        """)
                .params(account.value(), visit, utc(at))
                .update();
    }

    Optional<Session> visit(AccountId account, String visit) {
        return jdbc.sql(
                        """
                        SELECT id, method_id FROM payment.wallet_visit
                        WHERE account_id = ? AND id = ?\
                        """)
                .params(account.value(), visit)
                .query(
                        (row, i) ->
                                new Session(
                                        row.getString("id"),
                                        row.getObject("method_id", UUID.class)))
                .optional();
    }

    void completeVisit(AccountId account, String visit, MethodId method) {
        jdbc.sql(
                        """
                        UPDATE payment.wallet_visit SET method_id = ?
                        WHERE account_id = ? AND id = ?\
                        """)
                .params(method.value(), account.value(), visit)
                .update();
    }

    void remove(AccountId account, MethodId id, Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment.method
                        SET is_default = false, removed_at = :at,
                            next_check_at = CASE WHEN kind IN ('direct-debit', 'wallet') THEN :at
                                            END
                        WHERE account_id = :account AND id = :id\
                        """)
                .param("at", utc(at))
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    boolean isRemoved(AccountId account, MethodId id) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM payment.method
                          WHERE account_id = ? AND id = ? AND removed_at IS NOT NULL)\
                        """)
                .params(account.value(), id.value())
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var method =
                new PaymentMethod(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new MethodId(row.getObject("id", UUID.class)),
                        MeansColumns.read(row),
                        row.getBoolean("is_default"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant());
        return new Kept(method, row.getString("gateway"), row.getString("token"));
    }
}
