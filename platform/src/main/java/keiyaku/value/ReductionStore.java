package keiyaku.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lowered charges; only ever added to. */
@Component
class ReductionStore {

    private static final String COLUMNS =
            " account_id, invoice_id, seq, line, kind, grant_id, name, amount, currency, why ";

    private final JdbcClient jdbc;
    private final Bulk bulk;

    ReductionStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** A reduction with the invoice that it is on. */
    record Row(AccountId account, InvoiceId invoice, Reduction reduction) {}

    void insert(List<Row> rows) {
        bulk.insert(
                "value.reduction",
                rows,
                Column.uuid("account_id", r -> r.account().value()),
                Column.uuid("invoice_id", r -> r.invoice().value()),
                Column.of("seq", "integer", r -> r.reduction().seq()),
                Column.of("line", "integer", r -> r.reduction().line()),
                Column.text("kind", r -> r.reduction().kind().code()),
                Column.uuid("grant_id", r -> r.reduction().grant()),
                Column.text("name", r -> r.reduction().name()),
                Column.bigint("amount", r -> r.reduction().amount().minor()),
                Column.text("currency", r -> r.reduction().amount().currency()),
                Column.of("why", "jsonb", r -> ReckoningJson.write(r.reduction().why())));
    }

    /** By invoice, each in the order in which they were made. */
    Map<InvoiceId, List<Reduction>> of(
            Collection<AccountId> accounts, Collection<InvoiceId> invoices) {
        var found = new HashMap<InvoiceId, List<Reduction>>();
        jdbc.sql(
                        "SELECT"
                                + COLUMNS
                                + """
                                FROM value.reduction
                                WHERE account_id = ANY(:accounts) AND invoice_id = ANY(:invoices)
                                ORDER BY invoice_id, seq\
                                """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("invoices", UuidArray.of(invoices, InvoiceId::value))
                .query((row, i) -> row(row))
                .list()
                .forEach(
                        r ->
                                found.computeIfAbsent(r.invoice(), id -> new ArrayList<>())
                                        .add(r.reduction()));
        return found;
    }

    /** Where a discount or a credit was applied, the newest first. */
    List<Row> ofGrant(AccountId account, UUID grant) {
        return jdbc.sql(
                        "SELECT"
                                + COLUMNS
                                + """
                                FROM value.reduction WHERE account_id = ? AND grant_id = ?
                                ORDER BY invoice_id DESC, seq\
                                """)
                .params(account.value(), grant)
                .query((row, i) -> row(row))
                .list();
    }

    /** What discounts and credits took off each invoice, ordered by account and invoice. */
    Stream<Reductions.Sum> sums() {
        return jdbc
                .sql(
                        """
                        SELECT account_id, invoice_id,
                               sum(amount) FILTER (WHERE kind = 'discount') AS discount,
                               sum(amount) FILTER (WHERE kind = 'credit') AS credit
                        FROM value.reduction GROUP BY account_id, invoice_id
                        ORDER BY account_id, invoice_id\
                        """)
                .withFetchSize(1_000)
                .query(
                        (row, i) ->
                                new Reductions.Sum(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        new InvoiceId(row.getObject("invoice_id", UUID.class)),
                                        row.getLong("discount"),
                                        row.getLong("credit")))
                .stream();
    }

    private static Row row(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Row(
                new AccountId(row.getObject("account_id", UUID.class)),
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                new Reduction(
                        row.getInt("line"),
                        row.getInt("seq"),
                        Reduction.Kind.ofCode(row.getString("kind")),
                        row.getObject("grant_id", UUID.class),
                        row.getString("name"),
                        ReckoningJson.read(row.getString("why"), currency)));
    }
}
