package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of disputes, and of the payments that they are about. */
@Repository
class DisputeStore {

    private static final String SELECT =
            """
            SELECT account_id, id, kind, gateway_id, payment_id, invoice_id, amount, held, fee,
                   currency, reason, state, opened_at, taken_by
            FROM payment.dispute
            """;

    private final JdbcClient jdbc;

    DisputeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The payment that the gateway names, locked.
     *
     * @param invoice null for coins
     * @param refunded given back of it by us, and held by disputes
     */
    record Paid(PaymentId id, @Nullable InvoiceId invoice, long amount, long refunded) {}

    Optional<Paid> lockPaid(AccountId account, String gatewayPayment) {
        var paid =
                jdbc.sql(
                                """
                                SELECT id, invoice_id, amount, refunded FROM payment.payment
                                WHERE account_id = ? AND gateway_id = ? FOR UPDATE\
                                """)
                        .params(account.value(), gatewayPayment)
                        .query(
                                (row, i) ->
                                        new Paid(
                                                new PaymentId(row.getObject("id", UUID.class)),
                                                new InvoiceId(
                                                        row.getObject("invoice_id", UUID.class)),
                                                row.getLong("amount"),
                                                row.getLong("refunded")))
                        .optional();
        return paid.isPresent() ? paid : lockCoins(account, gatewayPayment);
    }

    private Optional<Paid> lockCoins(AccountId account, String gatewayPayment) {
        return jdbc.sql(
                        """
                        SELECT id, amount FROM payment.coin_payment
                        WHERE account_id = ? AND gateway_id = ? FOR UPDATE\
                        """)
                .params(account.value(), gatewayPayment)
                .query(
                        (row, i) ->
                                new Paid(
                                        new PaymentId(row.getObject("id", UUID.class)),
                                        null,
                                        row.getLong("amount"),
                                        row.getLong("amount")))
                .optional();
    }

    /** What we gave back of a payment, or are giving back. */
    long ourRefunds(AccountId account, PaymentId payment) {
        return jdbc.sql(
                        """
                        SELECT coalesce((SELECT sum(amount) FROM payment.refund
                                         WHERE account_id = :account AND payment_id = :payment
                                           AND state <> 'refused'), 0)
                             + coalesce((SELECT sum(amount) FROM payment.coin_refund
                                         WHERE account_id = :account AND payment_id = :payment
                                           AND state <> 'refused'), 0)\
                        """)
                .param("account", account.value())
                .param("payment", payment.value())
                .query(Long.class)
                .single();
    }

    /** Refunds from the acquirer's desk that we know of already. */
    long knownDeskRefunds(AccountId account, PaymentId payment) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(amount), 0) FROM payment.dispute
                        WHERE account_id = ? AND payment_id = ? AND kind = 'refund'\
                        """)
                .params(account.value(), payment.value())
                .query(Long.class)
                .single();
    }

    void insert(Dispute dispute) {
        var invoice = dispute.invoice();
        jdbc.sql(
                        """
                        INSERT INTO payment.dispute (account_id, id, kind, gateway_id, payment_id,
                          invoice_id, amount, held, fee, currency, reason, state, opened_at)
                        VALUES (:account, :id, :kind, :gateway, :payment, :invoice, :amount, :held,
                          :fee, :currency, :reason, :state, :at)\
                        """)
                .param("account", dispute.account().value())
                .param("id", dispute.id())
                .param("kind", dispute.kind().code())
                .param("gateway", dispute.gatewayId())
                .param("payment", dispute.payment().value())
                .param("invoice", invoice == null ? null : invoice.value())
                .param("amount", dispute.amount().minor())
                .param("held", dispute.held().minor())
                .param("fee", dispute.fee().minor())
                .param("currency", dispute.amount().currency().getCurrencyCode())
                .param("reason", dispute.reason())
                .param("state", dispute.state().code())
                .param("at", utc(dispute.openedAt()))
                .update();
    }

    Optional<Dispute> lock(AccountId account, String gatewayId) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND gateway_id = ? FOR UPDATE")
                .params(account.value(), gatewayId)
                .query((row, i) -> dispute(row))
                .optional();
    }

    Optional<Dispute> lock(AccountId account, UUID id) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND id = ? FOR UPDATE")
                .params(account.value(), id)
                .query((row, i) -> dispute(row))
                .optional();
    }

    void close(Dispute dispute, Dispute.State how, Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment.dispute SET state = ?, closed_at = ?
                        WHERE account_id = ? AND id = ?\
                        """)
                .params(how.code(), utc(at), dispute.account().value(), dispute.id())
                .update();
    }

    void take(Dispute dispute, String by, Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment.dispute SET taken_by = ?, taken_at = ?
                        WHERE account_id = ? AND id = ?\
                        """)
                .params(by, utc(at), dispute.account().value(), dispute.id())
                .update();
    }

    void settle(Dispute dispute, Dispute.Decision decision, String by, Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment.dispute
                        SET state = 'settled', decision = ?, settled_by = ?, settled_at = ?
                        WHERE account_id = ? AND id = ?\
                        """)
                .params(decision.code(), by, utc(at), dispute.account().value(), dispute.id())
                .update();
    }

    /** Whether all of a payment was taken back, and nothing of it given back before. */
    boolean isWhole(Dispute dispute) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM payment.payment
                          WHERE account_id = ? AND id = ? AND state = 'captured'
                            AND amount = ? AND refunded = ?)\
                        """)
                .params(
                        dispute.account().value(),
                        dispute.payment().value(),
                        dispute.amount().minor(),
                        dispute.held().minor())
                .query(Boolean.class)
                .single();
    }

    /** The payment is no longer one: its invoice can be paid once more. */
    void reverse(AccountId account, PaymentId payment) {
        jdbc.sql(
                        """
                        UPDATE payment.payment SET state = 'reversed'
                        WHERE account_id = ? AND id = ? AND state = 'captured'\
                        """)
                .params(account.value(), payment.value())
                .update();
    }

    /** What an operator has to see to, the oldest first. */
    List<Dispute> toDo(int limit) {
        return jdbc.sql(SELECT + " WHERE state IN ('open', 'lost') ORDER BY opened_at LIMIT ?")
                .param(limit)
                .query((row, i) -> dispute(row))
                .list();
    }

    /** Newest first. */
    List<Dispute> of(AccountId account) {
        return jdbc.sql(SELECT + " WHERE account_id = ? ORDER BY id DESC")
                .param(account.value())
                .query((row, i) -> dispute(row))
                .list();
    }

    private static Dispute dispute(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var invoice = row.getObject("invoice_id", UUID.class);
        return new Dispute(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("id", UUID.class),
                Dispute.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("gateway_id"),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                invoice == null ? null : new InvoiceId(invoice),
                Money.of(row.getLong("amount"), currency),
                Money.of(row.getLong("held"), currency),
                Money.of(row.getLong("fee"), currency),
                row.getString("reason"),
                Dispute.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("taken_by"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
