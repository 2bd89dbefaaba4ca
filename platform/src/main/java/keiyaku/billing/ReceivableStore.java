package keiyaku.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open of each invoice, and when it is looked at next. */
@Component
class ReceivableStore {

    /** The two reasons for which a receivable falls due. */
    enum Due {
        COLLECT,
        OVERDUE;

        String column() {
            return name().toLowerCase(Locale.ROOT) + "_at";
        }
    }

    private static final String SELECT =
            """
            SELECT account_id, invoice_id, contract_id, currency, zone, state, total,
                   settled_inside, open, due_on, failures, first_failed_at, collect_at, overdue_at,
                   overdue_stage
            FROM billing.receivable
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final Map<Due, DueStore> due = new EnumMap<>(Due.class);

    ReceivableStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        for (var reason : Due.values()) {
            due.put(
                    reason,
                    new DueStore(jdbc, "billing.receivable", "invoice_id", reason.column()));
        }
    }

    DueStore due(Due reason) {
        return Objects.requireNonNull(due.get(reason));
    }

    void insert(List<Receivable> receivables) {
        bulk.insert(
                "billing.receivable",
                receivables,
                Column.uuid("account_id", r -> r.account().value()),
                Column.uuid("invoice_id", r -> r.invoice().value()),
                Column.uuid("contract_id", ReceivableStore::contractOf),
                Column.text("currency", r -> r.total().currency()),
                Column.text("zone", r -> r.zone().getId()),
                Column.text("state", r -> r.state().code()),
                Column.bigint("total", r -> r.total().minor()),
                Column.bigint("settled_inside", r -> r.settledInside().minor()),
                Column.bigint("open", r -> r.open().minor()),
                Column.of("due_on", "date", Receivable::dueOn),
                Column.of("failures", "integer", Receivable::failures),
                Column.of("first_failed_at", "timestamptz", Receivable::firstFailedAt),
                Column.of("collect_at", "timestamptz", Receivable::collectAt),
                Column.of("overdue_at", "timestamptz", Receivable::overdueAt),
                Column.of("overdue_stage", "integer", Receivable::overdueStage));
    }

    void update(List<Receivable> receivables) {
        bulk.update(
                "billing.receivable",
                receivables,
                Column.uuid("account_id", r -> r.account().value()),
                Column.uuid("invoice_id", r -> r.invoice().value()),
                Column.text("state", r -> r.state().code()),
                Column.bigint("settled_inside", r -> r.settledInside().minor()),
                Column.bigint("open", r -> r.open().minor()),
                Column.of("failures", "integer", Receivable::failures),
                Column.of("first_failed_at", "timestamptz", Receivable::firstFailedAt),
                Column.of("collect_at", "timestamptz", Receivable::collectAt),
                Column.of("overdue_at", "timestamptz", Receivable::overdueAt),
                Column.of("overdue_stage", "integer", Receivable::overdueStage));
    }

    /** Those of the named that are still due and in nobody else's hands; locked. */
    List<Receivable> lockDue(Due due, List<Subject> subjects, Instant now) {
        return jdbc.sql(
                        SELECT
                                + """
                                WHERE account_id = ANY(:accounts) AND invoice_id = ANY(:invoices)
                                  AND %s <= :now
                                FOR UPDATE SKIP LOCKED\
                                """
                                        .formatted(due.column()))
                .param("accounts", UuidArray.of(subjects, Subject::account))
                .param("invoices", UuidArray.of(subjects, Subject::id))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, i) -> receivable(row))
                .list();
    }

    /** The named, locked; waits for who holds them. */
    List<Receivable> lock(List<AccountId> accounts, List<InvoiceId> invoices) {
        return jdbc.sql(
                        SELECT
                                + """
                                WHERE account_id = ANY(:accounts) AND invoice_id = ANY(:invoices)
                                ORDER BY account_id, invoice_id FOR UPDATE\
                                """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("invoices", UuidArray.of(invoices, InvoiceId::value))
                .query((row, i) -> receivable(row))
                .list();
    }

    /** What an account still has to pay, the oldest first; locked. */
    List<Receivable> lockUnpaid(AccountId account) {
        return jdbc.sql(
                        SELECT
                                + """
                                WHERE account_id = ? AND open > 0
                                ORDER BY due_on, invoice_id FOR UPDATE\
                                """)
                .param(account.value())
                .query((row, i) -> receivable(row))
                .list();
    }

    List<Receivable> ofAccount(AccountId account) {
        return jdbc.sql(SELECT + " WHERE account_id = ? ORDER BY invoice_id DESC")
                .param(account.value())
                .query((row, i) -> receivable(row))
                .list();
    }

    /** The contracts that charges of invoices are of. */
    List<ContractId> contracts(Collection<AccountId> accounts, Collection<InvoiceId> invoices) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT contract_id FROM billing.charge
                        WHERE account_id = ANY(:accounts) AND invoice_id = ANY(:invoices)
                          AND contract_id IS NOT NULL ORDER BY contract_id\
                        """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("invoices", UuidArray.of(invoices, InvoiceId::value))
                .query((row, i) -> new ContractId(row.getObject(1, UUID.class)))
                .list();
    }

    /** What accounts still owe after contracts were suspended or ended for it. */
    List<Receivable> pursued(Collection<AccountId> accounts) {
        return jdbc.sql(SELECT + " WHERE account_id = ANY(?) AND open > 0 AND overdue_stage > 0")
                .param(UuidArray.of(accounts, AccountId::value))
                .query((row, i) -> receivable(row))
                .list();
    }

    List<Receivable> ofInvoices(AccountId account, Collection<InvoiceId> invoices) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND invoice_id = ANY(?)")
                .params(account.value(), UuidArray.of(invoices, InvoiceId::value))
                .query((row, i) -> receivable(row))
                .list();
    }

    List<Receivable> ofInvoices(Collection<AccountId> accounts, Collection<InvoiceId> invoices) {
        return jdbc.sql(SELECT + " WHERE account_id = ANY(?) AND invoice_id = ANY(?)")
                .params(
                        UuidArray.of(accounts, AccountId::value),
                        UuidArray.of(invoices, InvoiceId::value))
                .query((row, i) -> receivable(row))
                .list();
    }

    List<Receivable> open(AccountId account) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND open <> 0 ORDER BY invoice_id")
                .param(account.value())
                .query((row, i) -> receivable(row))
                .list();
    }

    private static @Nullable UUID contractOf(Receivable receivable) {
        var contract = receivable.contract();
        return contract == null ? null : contract.value();
    }

    private static Receivable receivable(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var contract = row.getObject("contract_id", UUID.class);
        return new Receivable(
                new AccountId(row.getObject("account_id", UUID.class)),
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                contract == null ? null : new ContractId(contract),
                ZoneId.of(row.getString("zone")),
                InvoiceState.ofCode(row.getString("state")),
                Money.of(row.getLong("total"), currency),
                Money.of(row.getLong("settled_inside"), currency),
                Money.of(row.getLong("open"), currency),
                row.getObject("due_on", LocalDate.class),
                row.getInt("failures"),
                instant(row, "first_failed_at"),
                instant(row, "collect_at"),
                instant(row, "overdue_at"),
                row.getInt("overdue_stage"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
