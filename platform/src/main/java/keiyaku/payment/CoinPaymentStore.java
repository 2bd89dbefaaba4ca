package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of money taken for coins. */
@Repository
class CoinPaymentStore {

    private static final String COLUMNS =
            " account_id, id, method_id, method_kind, amount, currency, state, reason, created_at,"
                    + " finished_at ";

    private final JdbcClient jdbc;
    private final DueStore lookups;

    CoinPaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        lookups = new DueStore(jdbc, "payment.coin_payment", "id", "next_lookup_at");
    }

    DueStore lookups() {
        return lookups;
    }

    /** A claimed row, and how often it was looked up. */
    record Claimed(CoinPayment payment, int lookups) {}

    void insert(CoinPayment payment, String gateway, Instant lookup) {
        jdbc.sql(
                        """
                        INSERT INTO payment.coin_payment (account_id, id, method_id, method_kind,
                          gateway, amount, currency, state, lookups, next_lookup_at, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)\
                        """)
                .params(
                        payment.account().value(),
                        payment.id().value(),
                        payment.method().value(),
                        payment.kind().code(),
                        gateway,
                        payment.amount().minor(),
                        payment.amount().currency().getCurrencyCode(),
                        payment.state().code(),
                        utc(lookup),
                        utc(payment.at()))
                .update();
    }

    /** Whether nobody has written its outcome yet; locked until the commit. */
    boolean lockOpen(CoinPayment payment) {
        return jdbc.sql(
                        """
                        SELECT id FROM payment.coin_payment
                        WHERE account_id = ? AND id = ? AND state IN ('trying', 'unknown')
                        FOR UPDATE\
                        """)
                .params(payment.account().value(), payment.id().value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void finish(
            CoinPayment payment,
            PaymentState state,
            @Nullable String reason,
            @Nullable String gatewayId,
            Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment.coin_payment
                        SET state = :state, reason = :reason, gateway_id = :gateway,
                            finished_at = :at, next_lookup_at = NULL
                        WHERE account_id = :account AND id = :id\
                        """)
                .param("state", state.code())
                .param("reason", reason)
                .param("gateway", gatewayId)
                .param("at", utc(at))
                .param("account", payment.account().value())
                .param("id", payment.id().value())
                .update();
    }

    void unknown(CoinPayment payment, Instant nextLookup) {
        jdbc.sql(
                        """
                        UPDATE payment.coin_payment SET state = 'unknown', next_lookup_at = ?
                        WHERE account_id = ? AND id = ?\
                        """)
                .params(utc(nextLookup), payment.account().value(), payment.id().value())
                .update();
    }

    /** What an account has charged and not got yet, in minor units. */
    long onItsWay(AccountId account) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(amount), 0) FROM payment.coin_payment
                        WHERE account_id = ? AND state IN ('trying', 'unknown')\
                        """)
                .param(account.value())
                .query(Long.class)
                .single();
    }

    CoinPayment payment(AccountId account, PaymentId id) {
        return jdbc.sql(
                        "SELECT"
                                + COLUMNS
                                + "FROM payment.coin_payment WHERE account_id = ? AND id = ?")
                .params(account.value(), id.value())
                .query((row, i) -> payment(row))
                .single();
    }

    /** Oldest first. */
    List<CoinPayment> of(AccountId account) {
        return jdbc.sql(
                        "SELECT"
                                + COLUMNS
                                + "FROM payment.coin_payment WHERE account_id = ? ORDER BY id")
                .param(account.value())
                .query((row, i) -> payment(row))
                .list();
    }

    /** Those still due and in nobody else's hands; the claim lapses. */
    List<Claimed> claim(List<Subject> subjects, Instant now, Instant lapse) {
        return jdbc.sql(
                        """
                        WITH taken AS (
                          SELECT account_id, id FROM payment.coin_payment
                          WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                            AND next_lookup_at <= :now
                          FOR UPDATE SKIP LOCKED)
                        UPDATE payment.coin_payment p
                        SET next_lookup_at = :lapse, lookups = p.lookups + 1
                        FROM taken t WHERE p.account_id = t.account_id AND p.id = t.id
                        RETURNING p.account_id, p.id, p.method_id, p.method_kind, p.amount,
                          p.currency, p.state, p.reason, p.created_at, p.finished_at, p.lookups\
                        """)
                .param("accounts", UuidArray.of(subjects, Subject::account))
                .param("ids", UuidArray.of(subjects, Subject::id))
                .param("now", utc(now))
                .param("lapse", utc(lapse))
                .query((row, i) -> new Claimed(payment(row), row.getInt("lookups")))
                .list();
    }

    void park(Subject subject, @Nullable String reason, @Nullable Instant lookup) {
        jdbc.sql(
                        """
                        UPDATE payment.coin_payment SET next_lookup_at = :lookup, parked = :reason
                        WHERE account_id = :account AND id = :id
                          AND state IN ('trying', 'unknown')\
                        """)
                .param("lookup", lookup == null ? null : utc(lookup))
                .param("reason", reason)
                .param("account", subject.account())
                .param("id", subject.id())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static CoinPayment payment(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new CoinPayment(
                new AccountId(row.getObject("account_id", UUID.class)),
                new PaymentId(row.getObject("id", UUID.class)),
                new MethodId(row.getObject("method_id", UUID.class)),
                MethodKind.ofCode(row.getString("method_kind")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                PaymentState.ofCode(row.getString("state")),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
