package keiyaku.usage;

import keiyaku.database.Invariant;
import keiyaku.database.QueryInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What always holds over usage and what was billed of it. */
@Configuration(proxyBeanMethods = false)
class UsageInvariants {

    @Bean
    Invariant daysAddUp(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "usage-days",
                "What is kept of a day is the sum of its events.",
                "SELECT count(*) FROM usage.event",
                """
                SELECT coalesce(d.contract_id, e.contract_id)::text,
                       'has ' || coalesce(d.quantity, 0) || ' of ' || coalesce(d.meter, e.meter) ||
                       ' on ' || coalesce(d.day, e.day) || ', its events come to ' ||
                       coalesce(e.quantity, 0)
                FROM (SELECT account_id, contract_id, meter, day, sum(quantity) AS quantity,
                             count(*) AS events
                      FROM usage.event GROUP BY account_id, contract_id, meter, day) e
                FULL JOIN usage.day d
                  ON d.account_id = e.account_id AND d.contract_id = e.contract_id
                 AND d.meter = e.meter AND d.day = e.day
                WHERE d.quantity IS DISTINCT FROM e.quantity
                   OR d.events IS DISTINCT FROM e.events\
                """);
    }

    @Bean
    Invariant billedWasUsed(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "usage-billed",
                "No more of a meter's month was billed than was used.",
                "SELECT count(*) FROM usage.billed",
                """
                SELECT b.contract_id::text,
                       'was billed ' || b.quantity || ' of ' || b.meter || ' for ' || b.month ||
                       ', its days come to ' || coalesce(d.quantity, 0)
                FROM usage.billed b
                LEFT JOIN (SELECT account_id, contract_id, meter,
                                  date_trunc('month', day)::date AS month,
                                  sum(quantity) AS quantity
                           FROM usage.day GROUP BY 1, 2, 3, 4) d
                  ON d.account_id = b.account_id AND d.contract_id = b.contract_id
                 AND d.meter = b.meter AND d.month = b.month
                WHERE b.quantity > coalesce(d.quantity, 0)\
                """);
    }

    @Bean
    Invariant marksHaveABill(JdbcClient jdbc) {
        return new QueryInvariant(
                jdbc,
                "usage-marked",
                "What waits for a month's bill has one, and each use before it is final as well.",
                "SELECT count(*) FROM usage.marked_charge",
                """
                SELECT w.contract_id::text, 'waits for the bill of ' || w.month || ', which is not there'
                FROM (SELECT account_id, contract_id, month FROM usage.marked_charge
                      UNION ALL
                      SELECT account_id, contract_id, bill_month FROM usage.late) w
                LEFT JOIN usage.bill b ON b.account_id = w.account_id AND b.month = w.month
                WHERE b.id IS NULL\
                """);
    }
}
