package keiyaku.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the invoices of several accounts by their key, each since an instant. */
@Component
class IssuedStore {

    private static final String OF =
            """
            FROM unnest(:accounts, :since::timestamptz[]) AS a (account_id, since)
            JOIN billing.invoice i ON i.account_id = a.account_id AND i.issued_at >= a.since
            """;

    private final JdbcClient jdbc;

    IssuedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<YearMonth> months(Map<AccountId, Instant> since) {
        return statement(
                        "SELECT DISTINCT date_trunc('month', i.issued_on)::date AS month " + OF,
                        since)
                .query((row, i) -> YearMonth.from(row.getObject("month", LocalDate.class)))
                .list()
                .stream()
                .sorted((a, b) -> b.compareTo(a))
                .toList();
    }

    List<IssuedInvoice> of(Map<AccountId, Instant> since, YearMonth month) {
        return statement(
                        """
                        SELECT i.account_id, i.id, i.number, i.issued_on, i.currency, i.total,
                               r.state, r.open
                        """
                                + OF
                                + """
                                JOIN billing.receivable r
                                  ON r.account_id = i.account_id AND r.invoice_id = i.id
                                WHERE i.issued_on >= :first AND i.issued_on < :end
                                ORDER BY i.account_id, i.id\
                                """,
                        since)
                .param("first", month.atDay(1))
                .param("end", month.plusMonths(1).atDay(1))
                .query(
                        (row, i) ->
                                new IssuedInvoice(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        new InvoiceId(row.getObject("id", UUID.class)),
                                        row.getString("number"),
                                        row.getObject("issued_on", LocalDate.class),
                                        InvoiceState.ofCode(row.getString("state")),
                                        Money.of(row.getLong("total"), row.getString("currency")),
                                        Money.of(row.getLong("open"), row.getString("currency"))))
                .list();
    }

    Optional<AccountId> owner(Map<AccountId, Instant> since, InvoiceId id) {
        return statement("SELECT i.account_id " + OF + " WHERE i.id = :id", since)
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    private JdbcClient.StatementSpec statement(String sql, Map<AccountId, Instant> since) {
        var accounts = List.copyOf(since.keySet());
        return jdbc.sql(sql)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param(
                        "since",
                        accounts.stream()
                                .map(a -> Objects.requireNonNull(since.get(a)))
                                .map(Instant::toString)
                                .toArray(String[]::new));
    }
}
