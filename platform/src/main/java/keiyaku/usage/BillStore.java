package keiyaku.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Monthly bills as they stand. */
@Component
class BillStore {

    private static final String SELECT =
            """
            SELECT account_id, id, month, zone, state, invoice_id, due_at
            FROM usage.bill\
            """;

    private final JdbcClient jdbc;
    private final DueStore due;
    private final Bulk bulk;

    BillStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        due = new DueStore(jdbc, "usage.bill", "id", "due_at");
        this.bulk = bulk;
    }

    DueStore due() {
        return due;
    }

    /** Opens those that are not there yet. */
    void open(List<Bill> bills) {
        bulk.insertMissing(
                "usage.bill",
                bills,
                Column.uuid("account_id", b -> b.account().value()),
                Column.uuid("id", Bill::id),
                Column.of("month", "date", b -> b.month().atDay(1)),
                Column.text("zone", b -> b.zone().getId()),
                Column.text("state", b -> b.state().code()),
                Column.of("due_at", "timestamptz", Bill::dueAt));
    }

    void update(List<Bill> bills) {
        bulk.update(
                "usage.bill",
                bills,
                Column.uuid("account_id", b -> b.account().value()),
                Column.uuid("id", Bill::id),
                Column.text("state", b -> b.state().code()),
                Column.uuid("invoice_id", BillStore::invoice),
                Column.of("due_at", "timestamptz", Bill::dueAt));
    }

    /**
     * Those of months, held as they are until the commit: none of them becomes final meanwhile,
     * while any number of batches may add to them.
     */
    List<Bill> hold(Collection<AccountId> accounts, Collection<YearMonth> months) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE account_id = ANY(:accounts) AND month = ANY(:months)
                                ORDER BY account_id, month FOR SHARE\
                                """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param(
                        "months",
                        months.stream()
                                .map(m -> java.sql.Date.valueOf(m.atDay(1)))
                                .toArray(java.sql.Date[]::new))
                .query((row, i) -> bill(row))
                .list();
    }

    Optional<Bill> find(AccountId account, YearMonth month) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND month = ?")
                .params(account.value(), month.atDay(1))
                .query((row, i) -> bill(row))
                .optional();
    }

    /** The latest months first. */
    List<Bill> ofAccount(AccountId account) {
        return jdbc.sql(SELECT + " WHERE account_id = ? ORDER BY month DESC")
                .param(account.value())
                .query((row, i) -> bill(row))
                .list();
    }

    List<Bill> lockDue(List<Subject> subjects, Instant now) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                                  AND due_at <= :now
                                ORDER BY account_id, month FOR UPDATE SKIP LOCKED\
                                """)
                .param("accounts", UuidArray.of(subjects, Subject::account))
                .param("ids", UuidArray.of(subjects, Subject::id))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, i) -> bill(row))
                .list();
    }

    private static @Nullable UUID invoice(Bill bill) {
        var invoice = bill.invoice();
        return invoice == null ? null : invoice.value();
    }

    private static Bill bill(ResultSet row) throws SQLException {
        var invoice = row.getObject("invoice_id", UUID.class);
        var due = row.getObject("due_at", OffsetDateTime.class);
        return new Bill(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                ZoneId.of(row.getString("zone")),
                BillState.ofCode(row.getString("state")),
                invoice == null ? null : new InvoiceId(invoice),
                due == null ? null : due.toInstant());
    }
}
