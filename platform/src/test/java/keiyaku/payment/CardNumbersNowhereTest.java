package keiyaku.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** P-3: no card number that was ever entered stands in a table or in the log. */
class CardNumbersNowhereTest {

    private final PaymentWorld world = PaymentWorld.shared();

    @Test
    void neitherInTheDatabaseNorInTheLog() {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger("keiyaku");
        var before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            liveALittle();
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        assertThat(Cardholder.ENTERED).isNotEmpty();
        var said = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        for (var number : Cardholder.ENTERED) {
            assertThat(said).noneMatch(line -> line.contains(number));
            assertThat(tablesThatHold(number)).as("tables with a card number").isEmpty();
        }
    }

    /** A registration, a payment, a refusal and a time-out. */
    private void liveALittle() {
        var account = world.payer();
        world.invoice(account, 100);
        world.collect();
        world.will(account, "stolen", 1);
        world.invoice(account, 200);
        world.collect();
        world.will(account, "timeout", 1);
        world.invoice(account, 300);
        world.collect();
    }

    private List<String> tablesThatHold(String number) {
        var holding = new ArrayList<String>();
        for (Map<String, Object> table : tables()) {
            var name = table.get("table_schema") + "." + table.get("table_name");
            var found =
                    world.jdbc()
                            .sql("SELECT count(*) FROM " + name + " t WHERE t::text LIKE ?")
                            .param("%" + number + "%")
                            .query(Long.class)
                            .single();
            if (found > 0) {
                holding.add(name);
            }
        }
        return holding;
    }

    private List<Map<String, Object>> tables() {
        return world.jdbc()
                .sql(
                        """
                        SELECT DISTINCT table_schema, table_name
                        FROM information_schema.role_table_grants
                        WHERE grantee = current_user AND privilege_type = 'SELECT'
                          AND table_schema NOT IN ('pg_catalog', 'information_schema')\
                        """)
                .query()
                .listOfRows();
    }
}
