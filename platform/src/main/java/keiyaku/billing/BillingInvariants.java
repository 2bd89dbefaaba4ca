package keiyaku.billing;

import keiyaku.database.Invariant;
import keiyaku.database.QueryInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What always holds over charges, invoices and the ledger; verify proves it (B-31). */
@Configuration(proxyBeanMethods = false)
class BillingInvariants {

    @Bean
    Invariant ledgerBalanced(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "ledger-balanced",
                "The postings of every journal entry add up to zero.",
                "SELECT count(*) FROM billing.posting",
                """
                SELECT entry_id::text, 'is off by ' || sum(amount) || ' ' || currency
                FROM billing.posting GROUP BY account_id, entry_id, currency
                HAVING sum(amount) <> 0\
                """);
    }

    @Bean
    Invariant ledgerEntriesHavePostings(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "ledger-entries-whole",
                "Every journal entry has its postings, and every posting its entry.",
                "SELECT count(*) FROM billing.entry",
                """
                SELECT coalesce(e.id, p.entry_id)::text, 'has no counterpart'
                FROM billing.entry e
                FULL JOIN (SELECT DISTINCT account_id, entry_id FROM billing.posting) p
                  ON p.account_id = e.account_id AND p.entry_id = e.id
                WHERE e.id IS NULL OR p.entry_id IS NULL\
                """);
    }

    @Bean
    Invariant invoicesAddUp(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "invoice-adds-up",
                "An invoice's subtotal is the sum of its charges less discounts and credits.",
                "SELECT count(*) FROM billing.invoice",
                """
                SELECT i.number, 'says ' || i.subtotal || ', its charges are ' ||
                       coalesce(c.amount, 0) || ', lowered by ' || (i.discount + i.credit)
                FROM billing.invoice i
                LEFT JOIN (SELECT account_id, invoice_id, sum(amount) AS amount
                           FROM billing.charge GROUP BY account_id, invoice_id) c
                  ON c.account_id = i.account_id AND c.invoice_id = i.id
                WHERE i.subtotal + i.discount + i.credit IS DISTINCT FROM c.amount\
                """);
    }

    @Bean
    Invariant invoicesPosted(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "invoice-open-in-ledger",
                "What is open of an invoice is what the ledger's receivable says of it.",
                "SELECT count(*) FROM billing.receivable",
                """
                SELECT r.invoice_id::text, 'is open by ' || r.open || ', the ledger says ' ||
                       coalesce(p.amount, 0)
                FROM billing.receivable r
                LEFT JOIN (SELECT account_id, invoice_id, sum(amount) AS amount
                           FROM billing.posting WHERE ledger_account = 'receivable'
                           GROUP BY account_id, invoice_id) p
                  ON p.account_id = r.account_id AND p.invoice_id = r.invoice_id
                WHERE r.open <> coalesce(p.amount, 0)\
                """);
    }

    @Bean
    Invariant numbersGapFree(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "invoice-numbers-gap-free",
                "A year's invoice numbers, and its credit notes', run from 1 to the last one,"
                        + " each once.",
                "SELECT count(*) FROM billing.invoice",
                """
                SELECT n.year, 'has ' || n.count || ' numbers up to ' || n.last ||
                       ', the counter says ' || (coalesce(c.next, 1) - 1)
                FROM (SELECT split_part(number, '-', 1) AS year,
                             count(DISTINCT number) AS count,
                             max(split_part(number, '-', 2)::bigint) AS last
                      FROM billing.invoice GROUP BY 1) n
                LEFT JOIN billing.number_counter c
                  ON c.series = CASE WHEN n.year LIKE 'CN%' THEN 'credit-note' ELSE 'invoice' END
                 AND c.year = right(n.year, 4)::integer
                WHERE n.count <> n.last OR n.last <> coalesce(c.next, 1) - 1\
                """);
    }

    @Bean
    Invariant periodsDoNotOverlap(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "charge-periods-apart",
                "The recurring charges of a contract, and those of each option, never cover a day"
                        + " twice, but for void ones.",
                "SELECT count(*) FROM billing.charge WHERE kind IN ('recurring', 'option')",
                """
                SELECT contract_id::text, 'is charged twice from ' || period_start
                FROM (SELECT contract_id, period_start,
                             lag(period_end) OVER (PARTITION BY account_id, contract_id, kind,
                                                                occurrence / 1000000000
                                                   ORDER BY period_start) AS before
                      FROM billing.charge
                      WHERE kind IN ('recurring', 'option') AND contract_id IS NOT NULL
                        AND (account_id, invoice_id) NOT IN (
                          SELECT account_id, invoice_id FROM billing.correction
                          WHERE kind = 'void')) c
                WHERE before > period_start\
                """);
    }

    @Bean
    Invariant passedOnWhole(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "consolidated-billing-whole",
                "What members' invoices passed on is what managing accounts were billed for.",
                "SELECT count(*) FROM billing.posting WHERE ledger_account = 'paid-for-members'",
                """
                SELECT currency, 'is off by ' || sum(amount) FROM billing.posting
                WHERE ledger_account = 'paid-for-members'
                GROUP BY currency HAVING sum(amount) <> 0\
                """);
    }

    @Bean
    Invariant balancesKept(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "balance-in-ledger",
                "What is kept for a member is what the ledger's deposits say.",
                "SELECT count(*) FROM billing.balance",
                """
                SELECT b.account_id::text, 'has ' || b.amount || ', the ledger says ' ||
                       coalesce(-p.amount, 0)
                FROM billing.balance b
                LEFT JOIN (SELECT account_id, currency, sum(amount) AS amount
                           FROM billing.posting WHERE ledger_account = 'deposits'
                           GROUP BY account_id, currency) p
                  ON p.account_id = b.account_id AND p.currency = b.currency
                WHERE b.amount <> coalesce(-p.amount, 0)\
                """);
    }
}
