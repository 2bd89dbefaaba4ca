package keiyaku.value;

import java.util.Currency;
import java.util.function.Consumer;
import keiyaku.database.Invariant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every reduction's amount is what its own figures give (B-14). */
@Component
class ReductionsRecompute implements Invariant {

    private final JdbcClient jdbc;

    ReductionsRecompute(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String invoice, long amount, String currency, String why) {}

    @Override
    public String name() {
        return "value-reduction-computation";
    }

    @Override
    public String says() {
        return "What lowered a charge is what its figures give again.";
    }

    @Override
    public long check(Consumer<Finding> findings) {
        long count = 0;
        try (var rows =
                jdbc
                        .sql("SELECT invoice_id, amount, currency, why FROM value.reduction")
                        .withFetchSize(2_000)
                        .query(
                                (row, i) ->
                                        new Row(
                                                row.getString("invoice_id"),
                                                row.getLong("amount"),
                                                row.getString("currency"),
                                                row.getString("why")))
                        .stream()) {
            for (var all = rows.iterator(); all.hasNext(); count++) {
                check(all.next(), findings);
            }
        }
        return count;
    }

    private static void check(Row row, Consumer<Finding> findings) {
        var why = ReckoningJson.read(row.why(), Currency.getInstance(row.currency()));
        if (why.result().minor() != row.amount()) {
            findings.accept(
                    new Finding(
                            row.invoice(),
                            "has a reduction of "
                                    + row.amount()
                                    + ", its figures give "
                                    + why.result().minor()));
        }
    }
}
