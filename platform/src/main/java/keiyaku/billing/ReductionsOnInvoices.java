package keiyaku.billing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import keiyaku.database.Invariant;
import keiyaku.database.UuidArray;
import keiyaku.value.Reductions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an invoice says that discounts and credits took off is what they did. Read in pieces, so
 * that memory stays flat.
 */
@Component
class ReductionsOnInvoices implements Invariant {

    private static final int PIECE = 1_000;

    private final JdbcClient jdbc;
    private final Reductions reductions;

    ReductionsOnInvoices(JdbcClient jdbc, Reductions reductions) {
        this.jdbc = jdbc;
        this.reductions = reductions;
    }

    private record Off(long discount, long credit) {}

    @Override
    public String name() {
        return "invoice-reductions";
    }

    @Override
    public String says() {
        return "An invoice's discount and credit are the sums of what lowered its charges.";
    }

    @Override
    public long check(Consumer<Finding> findings) {
        long count = 0;
        long lowered = 0;
        try (var sums = reductions.sums()) {
            var piece = new ArrayList<Reductions.Sum>(PIECE);
            for (var all = sums.iterator(); all.hasNext(); ) {
                var sum = all.next();
                count++;
                lowered += sum.discount() != 0 || sum.credit() != 0 ? 1 : 0;
                piece.add(sum);
                if (piece.size() == PIECE || !all.hasNext()) {
                    compare(piece, findings);
                    piece.clear();
                }
            }
        }
        long saying = saying();
        if (saying != lowered) {
            findings.accept(
                    new Finding(
                            "invoices",
                            saying + " say that they were lowered, and " + lowered + " were"));
        }
        return count;
    }

    /** Invoices that say that something was taken off. */
    private long saying() {
        return jdbc.sql("SELECT count(*) FROM billing.invoice WHERE discount <> 0 OR credit <> 0")
                .query(Long.class)
                .single();
    }

    private void compare(List<Reductions.Sum> piece, Consumer<Finding> findings) {
        var said = new HashMap<UUID, Off>();
        jdbc.sql(
                        """
                        SELECT id, discount, credit FROM billing.invoice
                        WHERE account_id = ANY(:accounts) AND id = ANY(:invoices)\
                        """)
                .param("accounts", UuidArray.of(piece, s -> s.account().value()))
                .param("invoices", UuidArray.of(piece, s -> s.invoice().value()))
                .query(
                        row -> {
                            said.put(
                                    row.getObject("id", UUID.class),
                                    new Off(row.getLong("discount"), row.getLong("credit")));
                        });
        for (var sum : piece) {
            var off = new Off(sum.discount(), sum.credit());
            if (!off.equals(said.get(sum.invoice().value()))) {
                findings.accept(
                        new Finding(
                                sum.invoice().toString(),
                                "says " + said.get(sum.invoice().value()) + ", was " + off));
            }
        }
    }
}
