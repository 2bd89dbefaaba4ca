package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of refunded coins. */
@Repository
class CoinRefundStore {

    private static final String SELECT =
            """
            SELECT r.account_id, r.id, r.payment_id, r.amount, r.bonus, r.currency, r.why, r.state,
                   r.lookups, r.created_at, p.gateway_id
            FROM payment.coin_refund r
            JOIN payment.coin_payment p ON p.account_id = r.account_id AND p.id = r.payment_id
            """;

    private final JdbcClient jdbc;
    private final DueStore lookups;

    CoinRefundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        lookups = new DueStore(jdbc, "payment.coin_refund", "id", "next_lookup_at");
    }

    DueStore lookups() {
        return lookups;
    }

    /** One with what the gateway calls its charge; null when it came from the balance. */
    record Asked(CoinRefund refund, @Nullable String gatewayId, int lookups) {}

    void insert(CoinRefund refund, String by, @Nullable Instant lookup) {
        jdbc.sql(
                        """
                        INSERT INTO payment.coin_refund (account_id, id, payment_id, amount, bonus,
                          currency, why, by, state, lookups, next_lookup_at, created_at)
                        VALUES (:account, :id, :payment, :amount, :bonus, :currency, :why, :by,
                          :state, 0, :lookup, :at)\
                        """)
                .param("account", refund.account().value())
                .param("id", refund.id())
                .param("payment", refund.charge().value())
                .param("amount", refund.amount().minor())
                .param("bonus", refund.bonus().minor())
                .param("currency", refund.amount().currency().getCurrencyCode())
                .param("why", refund.why())
                .param("by", by)
                .param("state", refund.state().code())
                .param("lookup", orNull(lookup))
                .param("at", utc(refund.at()))
                .update();
    }

    Asked find(AccountId account, UUID id) {
        return jdbc.sql(SELECT + " WHERE r.account_id = ? AND r.id = ?")
                .params(account.value(), id)
                .query((row, i) -> asked(row))
                .single();
    }

    /** Whether nobody has written its outcome yet; locked until the commit. */
    boolean lockOpen(CoinRefund refund) {
        return jdbc.sql(
                        """
                        SELECT id FROM payment.coin_refund
                        WHERE account_id = ? AND id = ? AND state IN ('trying', 'unknown')
                        FOR UPDATE\
                        """)
                .params(refund.account().value(), refund.id())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void finish(CoinRefund refund, CoinRefund.State state, @Nullable String reason, Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment.coin_refund
                        SET state = :state, reason = :reason, finished_at = :at,
                            next_lookup_at = NULL
                        WHERE account_id = :account AND id = :id\
                        """)
                .param("state", state.code())
                .param("reason", reason)
                .param("at", utc(at))
                .param("account", refund.account().value())
                .param("id", refund.id())
                .update();
    }

    /** Not known yet; looked up later. Null: by nobody, since it is parked. */
    void later(Subject subject, @Nullable Instant lookup, @Nullable String parked) {
        jdbc.sql(
                        """
                        UPDATE payment.coin_refund
                        SET state = 'unknown', next_lookup_at = :lookup, parked = :parked,
                            lookups = lookups + 1
                        WHERE account_id = :account AND id = :id
                          AND state IN ('trying', 'unknown')\
                        """)
                .param("lookup", orNull(lookup))
                .param("parked", parked)
                .param("account", subject.account())
                .param("id", subject.id())
                .update();
    }

    /** Those of the subjects that are still due; each is in nobody else's hands for a while. */
    List<Asked> claim(List<Subject> subjects, Instant now, Instant lapse) {
        return subjects.stream()
                .filter(
                        s ->
                                jdbc.sql(
                                                        """
                                                        UPDATE payment.coin_refund
                                                        SET next_lookup_at = ?
                                                        WHERE account_id = ? AND id = ?
                                                          AND next_lookup_at <= ?\
                                                        """)
                                                .params(utc(lapse), s.account(), s.id(), utc(now))
                                                .update()
                                        == 1)
                .map(s -> find(new AccountId(s.account()), s.id()))
                .toList();
    }

    /** Newest first. */
    List<CoinRefund> of(AccountId account) {
        return jdbc.sql(SELECT + " WHERE r.account_id = ? ORDER BY r.id DESC")
                .param(account.value())
                .query((row, i) -> asked(row).refund())
                .list();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Asked(
                new CoinRefund(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        new PaymentId(row.getObject("payment_id", UUID.class)),
                        Money.of(row.getLong("amount"), currency),
                        Money.of(row.getLong("bonus"), currency),
                        row.getString("why"),
                        CoinRefund.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                row.getString("gateway_id"),
                row.getInt("lookups"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }
}
