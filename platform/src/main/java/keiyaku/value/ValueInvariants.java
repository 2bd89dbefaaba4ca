package keiyaku.value;

import keiyaku.database.Invariant;
import keiyaku.database.QueryInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What always holds over credits and what they lowered (B-31). */
@Configuration(proxyBeanMethods = false)
class ValueInvariants {

    @Bean
    Invariant creditsAddUp(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "value-credit-balance",
                "A credit's balance is the sum of what was granted, used, returned and lapsed.",
                "SELECT count(*) FROM value.credit",
                """
                SELECT c.id::text, 'has ' || c.balance || ', its history says ' ||
                       coalesce(m.amount, 0)
                FROM value.credit c
                LEFT JOIN (SELECT account_id, credit_id, sum(amount) AS amount
                           FROM value.credit_movement GROUP BY account_id, credit_id) m
                  ON m.account_id = c.account_id AND m.credit_id = c.id
                WHERE c.balance <> coalesce(m.amount, 0)\
                """);
    }

    @Bean
    Invariant creditUsesLowered(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "value-credit-use",
                "What was used of and returned to a credit on an invoice is what it lowered there.",
                "SELECT count(*) FROM value.reduction WHERE kind = 'credit'",
                """
                SELECT coalesce(r.grant_id, m.credit_id)::text,
                       'lowered an invoice by ' || coalesce(r.amount, 0) ||
                       ', its history says ' || coalesce(m.amount, 0)
                FROM (SELECT account_id, invoice_id, grant_id, sum(amount) AS amount
                      FROM value.reduction WHERE kind = 'credit'
                      GROUP BY account_id, invoice_id, grant_id) r
                FULL JOIN (SELECT account_id, invoice_id, credit_id, -sum(amount) AS amount
                           FROM value.credit_movement WHERE kind IN ('used', 'returned')
                           GROUP BY account_id, invoice_id, credit_id) m
                  ON m.account_id = r.account_id AND m.invoice_id = r.invoice_id
                 AND m.credit_id = r.grant_id
                WHERE r.amount IS DISTINCT FROM m.amount\
                """);
    }

    @Bean
    Invariant coinsAddUp(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "value-coin-remainder",
                "What is left of a lot is the sum of what was charged, used, returned and ended.",
                "SELECT count(*) FROM value.coin_lot",
                """
                SELECT l.id::text, 'has ' || l.remaining || ', its history says ' ||
                       coalesce(m.amount, 0)
                FROM value.coin_lot l
                LEFT JOIN (SELECT account_id, lot_id, sum(amount) AS amount
                           FROM value.coin_movement GROUP BY account_id, lot_id) m
                  ON m.account_id = l.account_id AND m.lot_id = l.id
                WHERE l.remaining <> coalesce(m.amount, 0)\
                """);
    }

    @Bean
    Invariant coinUsesMoved(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "value-coin-use",
                "What a lot paid of an invoice is what its history says that it was used for.",
                "SELECT count(*) FROM value.coin_use",
                """
                SELECT coalesce(u.lot_id, m.lot_id)::text,
                       'paid ' || coalesce(u.amount, 0) || ' of an invoice, its history says ' ||
                       coalesce(m.amount, 0)
                FROM (SELECT lot_account_id, lot_id, account_id, invoice_id, sum(amount) AS amount
                      FROM value.coin_use
                      GROUP BY lot_account_id, lot_id, account_id, invoice_id) u
                FULL JOIN (SELECT account_id, lot_id, payer_id, invoice_id, -sum(amount) AS amount
                           FROM value.coin_movement WHERE invoice_id IS NOT NULL
                           GROUP BY account_id, lot_id, payer_id, invoice_id) m
                  ON m.account_id = u.lot_account_id AND m.lot_id = u.lot_id
                 AND m.payer_id = u.account_id AND m.invoice_id = u.invoice_id
                WHERE u.amount IS DISTINCT FROM m.amount\
                """);
    }
}
