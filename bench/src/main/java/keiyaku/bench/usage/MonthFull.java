package keiyaku.bench.usage;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills an account's month with events like those that it has, as if they had been sent: the page
 * is measured with many, and taking them is measured elsewhere.
 */
final class MonthFull {

    private final JdbcClient jdbc;

    MonthFull(DataSource owner) {
        this.jdbc = JdbcClient.create(owner);
    }

    /** Until there are so many at least; the sums of the days follow. */
    void fill(UUID account, long wanted) {
        long there = count(account);
        if (there == 0) {
            throw new IllegalStateException("the account has no events to begin with");
        }
        jdbc.sql(
                        """
                        INSERT INTO usage.event
                          (account_id, id, contract_id, meter, day, at, quantity)
                        SELECT e.account_id, g || '+' || e.id, e.contract_id, e.meter, e.day, e.at,
                               e.quantity
                        FROM usage.event e CROSS JOIN generate_series(1, :times) AS g
                        WHERE e.account_id = :account\
                        """)
                .param("times", Math.ceilDiv(Math.max(0, wanted - there), there))
                .param("account", account)
                .update();
        jdbc.sql(
                        """
                        UPDATE usage.day d SET quantity = s.quantity, events = s.events
                        FROM (SELECT contract_id, meter, day, sum(quantity) AS quantity,
                                     count(*) AS events
                              FROM usage.event WHERE account_id = :account
                              GROUP BY contract_id, meter, day) s
                        WHERE d.account_id = :account AND d.contract_id = s.contract_id
                          AND d.meter = s.meter AND d.day = s.day\
                        """)
                .param("account", account)
                .update();
        jdbc.sql("ANALYZE usage.event, usage.day").update();
        if (count(account) < wanted) {
            throw new IllegalStateException("the month is not full");
        }
    }

    private long count(UUID account) {
        return jdbc.sql("SELECT count(*) FROM usage.event WHERE account_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }
}
