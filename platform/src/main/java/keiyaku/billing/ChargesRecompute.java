package keiyaku.billing;

import java.util.Currency;
import java.util.function.Consumer;
import keiyaku.database.Invariant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every charge's amount is what its own computation gives (B-3). */
@Component
class ChargesRecompute implements Invariant {

    private final JdbcClient jdbc;

    ChargesRecompute(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String invoice, long amount, String currency, String why) {}

    @Override
    public String name() {
        return "charge-computation";
    }

    @Override
    public String says() {
        return "A charge's amount is what its computation gives again.";
    }

    @Override
    public long check(Consumer<Finding> findings) {
        long count = 0;
        try (var rows =
                jdbc
                        .sql("SELECT invoice_id, amount, currency, why FROM billing.charge")
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
        var why = ComputationJson.read(row.why(), Currency.getInstance(row.currency()));
        if (why.result().minor() != row.amount()) {
            findings.accept(
                    new Finding(
                            row.invoice(),
                            "has a charge of "
                                    + row.amount()
                                    + ", its computation gives "
                                    + why.result().minor()));
        }
    }
}
