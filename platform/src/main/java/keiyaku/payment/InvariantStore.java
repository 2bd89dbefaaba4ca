package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import keiyaku.database.Invariant;
import keiyaku.database.Invariant.Finding;
import keiyaku.database.QueryInvariant;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of what always holds over methods, payments and refunds (B-21, B-22, B-31). */
@Configuration(proxyBeanMethods = false)
class InvariantStore {

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;

    InvariantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an account's payments brought, less what was given back. */
    record Net(AccountId account, Money amount) {}

    @Bean
    Invariant capturedOnce() {
        return new QueryInvariant(
                jdbc,
                "payment-captured-once",
                "An invoice is collected by one payment at most (B-22).",
                "SELECT count(*) FROM payment.payment WHERE state = 'captured'",
                """
                SELECT invoice_id::text, 'was collected ' || count(*) || ' times'
                FROM payment.payment
                WHERE state IN ('trying', 'unknown', 'sent', 'captured')
                  AND (state <> 'captured'
                       OR method_kind NOT IN ('deposit', 'transfer'))
                GROUP BY account_id, invoice_id HAVING count(*) > 1\
                """);
    }

    @Bean
    Invariant refundsWithinPayments() {
        return new QueryInvariant(
                jdbc,
                "payment-refunds-within",
                "What a payment says is given back of it is the sum of its refunds and disputes.",
                "SELECT count(*) FROM payment.payment WHERE state = 'captured'",
                """
                SELECT p.id::text, 'says ' || p.refunded || ', its refunds are ' ||
                       coalesce(r.amount, 0)
                FROM payment.payment p
                LEFT JOIN (SELECT account_id, payment_id, sum(amount) AS amount
                           FROM (SELECT account_id, payment_id, amount FROM payment.refund
                                 WHERE state <> 'refused'
                                 UNION ALL
                                 SELECT account_id, payment_id, held FROM payment.dispute
                                 WHERE state <> 'won') back
                           GROUP BY account_id, payment_id) r
                  ON r.account_id = p.account_id AND r.payment_id = p.id
                WHERE p.refunded <> coalesce(r.amount, 0)\
                """);
    }

    @Bean
    Invariant oneDefault() {
        return new QueryInvariant(
                jdbc,
                "payment-default-method",
                "An account with payment methods has one default (P-5).",
                "SELECT count(*) FROM payment.method WHERE removed_at IS NULL",
                """
                SELECT account_id::text, 'has ' || count(*) FILTER (WHERE is_default) || ' defaults'
                FROM payment.method WHERE removed_at IS NULL
                GROUP BY account_id HAVING count(*) FILTER (WHERE is_default) <> 1\
                """);
    }

    @Bean
    Invariant debitsInFiles() {
        return new QueryInvariant(
                jdbc,
                "payment-debits-in-files",
                "A debit that is with the bank stands in a request file, or waits for its hour.",
                "SELECT count(*) FROM payment.payment WHERE state = 'sent'",
                """
                SELECT p.id::text, 'is sent, but stands in no file'
                FROM payment.payment p
                LEFT JOIN payment.bank_file f
                  ON f.direction = 'out' AND f.number = p.file_number
                WHERE p.state = 'sent' AND p.send_at IS NULL AND p.parked IS NULL
                  AND f.number IS NULL\
                """);
    }

    @Bean
    Invariant unknownDepositsKept() {
        return new QueryInvariant(
                jdbc,
                "deposit-assigned-once",
                "A deposit that an operator assigned was posted for that member.",
                "SELECT count(*) FROM payment.unknown_deposit",
                """
                SELECT u.id::text, 'was assigned, but not posted'
                FROM payment.unknown_deposit u
                LEFT JOIN payment.deposit d
                  ON d.account_id = u.assigned_to AND d.notice = u.notice AND d.amount = u.amount
                WHERE u.assigned_to IS NOT NULL AND d.id IS NULL\
                """);
    }

    @Bean
    Invariant settledAsCaptured() {
        return new QueryInvariant(
                jdbc,
                "settled-as-captured",
                "What the acquirer paid out of a payment is what was captured (X-9).",
                "SELECT count(*) FROM payment.settled WHERE kind = 'capture'",
                """
                SELECT s.gateway_id, 'was paid out with ' || s.moved || ', captured were ' ||
                       coalesce(p.amount, c.amount, 0)
                FROM payment.settled s
                LEFT JOIN payment.payment p
                  ON p.account_id = s.account_id AND p.gateway_id = s.gateway_id
                LEFT JOIN payment.coin_payment c
                  ON c.account_id = s.account_id AND c.gateway_id = s.gateway_id
                WHERE s.kind = 'capture' AND s.moved <> coalesce(p.amount, c.amount, 0)\
                """);
    }

    /** By account as its id is written, then by currency; read as it comes, to be closed. */
    Stream<Net> nets() {
        return jdbc
                .sql(
                        """
                        SELECT account_id, currency, sum(amount) AS amount FROM (
                          SELECT account_id, currency, amount FROM payment.payment
                          WHERE state IN ('captured', 'reversed') AND gateway <> 'bank'
                          UNION ALL
                          SELECT account_id, currency, amount FROM payment.coin_payment
                          WHERE state = 'captured' AND gateway <> 'balance'
                          UNION ALL
                          SELECT account_id, currency, -amount FROM payment.coin_refund
                          WHERE state = 'refunded'
                          UNION ALL
                          SELECT account_id, currency,
                                 CASE state WHEN 'won' THEN -fee ELSE -(amount + fee) END
                          FROM payment.dispute WHERE kind <> 'return'
                          UNION ALL
                          SELECT account_id, currency, -moved FROM payment.settled
                          UNION ALL
                          SELECT account_id, currency, -amount FROM payment.refund
                          WHERE state = 'refunded') moved
                        GROUP BY account_id, currency HAVING sum(amount) <> 0
                        ORDER BY account_id, currency\
                        """)
                .withFetchSize(FETCH)
                .query((row, i) -> net(row))
                .stream();
    }

    /** What came into the bank for an account, less what was sent back; in the same order. */
    Stream<Net> atBank() {
        return jdbc
                .sql(
                        """
                        SELECT account_id, currency, sum(amount) AS amount FROM (
                          SELECT account_id, currency, amount FROM payment.payment
                          WHERE state IN ('captured', 'reversed') AND method_kind = 'direct-debit'
                          UNION ALL
                          SELECT account_id, currency, -amount FROM payment.dispute
                          WHERE kind = 'return'
                          UNION ALL
                          SELECT account_id, currency, moved - fee FROM payment.settled
                          UNION ALL
                          SELECT account_id, currency, amount FROM payment.deposit
                          UNION ALL
                          SELECT account_id, currency, -amount FROM payment.deposit_return) moved
                        GROUP BY account_id, currency HAVING sum(amount) <> 0
                        ORDER BY account_id, currency\
                        """)
                .withFetchSize(FETCH)
                .query((row, i) -> net(row))
                .stream();
    }

    /** What has been tried for longer than a time without an outcome. */
    Stream<Finding> openSince(Instant before) {
        return jdbc
                .sql(
                        """
                        SELECT id, created_at FROM payment.payment
                        WHERE state IN ('trying', 'unknown') AND created_at < :before
                        UNION ALL
                        SELECT id, created_at FROM payment.coin_payment
                        WHERE state IN ('trying', 'unknown') AND created_at < :before
                        UNION ALL
                        SELECT id, created_at FROM payment.refund
                        WHERE state IN ('trying', 'unknown') AND created_at < :before
                        UNION ALL
                        SELECT id, created_at FROM payment.coin_refund
                        WHERE state IN ('trying', 'unknown') AND created_at < :before\
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .withFetchSize(FETCH)
                .query(
                        (row, i) ->
                                new Finding(
                                        row.getString(1),
                                        "has no outcome since " + row.getString(2)))
                .stream();
    }

    long openCount() {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM payment.payment
                                WHERE state IN ('trying', 'unknown'))
                             + (SELECT count(*) FROM payment.refund
                                WHERE state IN ('trying', 'unknown'))\
                        """)
                .query(Long.class)
                .single();
    }

    private static Net net(ResultSet row) throws SQLException {
        return new Net(
                new AccountId(row.getObject("account_id", UUID.class)),
                Money.of(row.getLong("amount"), row.getString("currency")));
    }
}
