package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import keiyaku.payment.PaymentMethod.Authentication;
import keiyaku.payment.PaymentMethod.Card;
import keiyaku.shared.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of payment methods and of the sessions they come from. */
@Repository
class MethodStore {

    private static final String COLUMNS =
            """
            account_id, id, kind, gateway, token, brand, bin, last4, expiry_year, expiry_month,
            issuer_country, trans_status, eci, ds_trans_id, three_ds_server_trans_id,
            three_ds_version, enrolled, is_default, registered_at
            """;

    private final JdbcClient jdbc;

    MethodStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        var method = kept.method();
        var card = method.card();
        var so = method.authentication();
        jdbc.sql(
                        "INSERT INTO payment.method ("
                                + COLUMNS
                                + """
                                ) VALUES (:account, :id, :kind, :gateway, :token, :brand, :bin,
                                :last4, :year, :month, :country, :status, :eci, :ds, :server,
                                :version, :enrolled, :default, :at)\
                                """)
                .param("account", method.account().value())
                .param("id", method.id().value())
                .param("kind", method.kind().code())
                .param("gateway", kept.gateway())
                .param("token", kept.token())
                .param("brand", card.brand().code())
                .param("bin", card.bin())
                .param("last4", card.last4())
                .param("year", card.expiry().getYear())
                .param("month", card.expiry().getMonthValue())
                .param("country", card.issuerCountry())
                .param("status", so.transStatus())
                .param("eci", so.eci())
                .param("ds", so.dsTransId())
                .param("server", so.threeDSServerTransId())
                .param("version", so.version())
                .param("enrolled", so.enrolled())
                .param("default", method.isDefault())
                .param("at", utc(method.registeredAt()))
                .update();
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
                .param("accounts", values(accounts))
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
                .param("accounts", values(accounts))
                .param("methods", methods.toArray(UUID[]::new))
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
                          AND (expiry_year, expiry_month) >= (:year, :month)\
                        """)
                .param("accounts", values(accounts))
                .param("year", month.getYear())
                .param("month", month.getMonthValue())
                .query(
                        row -> {
                            able.add(new AccountId(row.getObject("account_id", UUID.class)));
                        });
        return able;
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

    void remove(AccountId account, MethodId id, Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment.method SET is_default = false, removed_at = ?
                        WHERE account_id = ? AND id = ?\
                        """)
                .params(utc(at), account.value(), id.value())
                .update();
    }

    private static UUID[] values(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var card =
                new Card(
                        CardBrand.ofCode(row.getString("brand")).orElseThrow(),
                        row.getString("bin"),
                        row.getString("last4"),
                        YearMonth.of(row.getInt("expiry_year"), row.getInt("expiry_month")),
                        row.getString("issuer_country"));
        var authentication =
                new Authentication(
                        row.getString("trans_status"),
                        row.getString("eci"),
                        row.getString("ds_trans_id"),
                        row.getString("three_ds_server_trans_id"),
                        row.getString("three_ds_version"),
                        row.getBoolean("enrolled"));
        var method =
                new PaymentMethod(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new MethodId(row.getObject("id", UUID.class)),
                        MethodKind.ofCode(row.getString("kind")),
                        card,
                        authentication,
                        row.getBoolean("is_default"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant());
        return new Kept(method, row.getString("gateway"), row.getString("token"));
    }
}
