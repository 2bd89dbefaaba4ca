package keiyaku.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Credits and what became of them. */
@Component
class CreditStore {

    private static final String SELECT =
            """
            SELECT account_id, id, name, kind, products, currency, granted, balance, valid_from,
                   valid_to, source, granted_at
            FROM value.credit
            """;

    private final JdbcClient jdbc;
    private final DueStore due;
    private final Bulk bulk;

    CreditStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        due = new DueStore(jdbc, "value.credit", "id", "next_at");
        this.bulk = bulk;
    }

    DueStore due() {
        return due;
    }

    /** A credit with when it is looked at next; null when never. */
    record Planned(Credit credit, @Nullable Instant nextAt) {}

    void insert(Credit credit, @Nullable Instant nextAt) {
        bulk.insert(
                "value.credit",
                List.of(credit),
                Column.uuid("account_id", c -> c.account().value()),
                Column.uuid("id", Credit::id),
                Column.text("name", Credit::name),
                Column.text("kind", c -> c.kind().code()),
                Column.text("products", c -> c.products().text()),
                Column.text("currency", c -> c.granted().currency()),
                Column.bigint("granted", c -> c.granted().minor()),
                Column.bigint("balance", c -> c.balance().minor()),
                Column.of("valid_from", "date", Credit::from),
                Column.of("valid_to", "date", Credit::to),
                Column.text("source", Credit::source),
                Column.of("granted_at", "timestamptz", Credit::grantedAt),
                Column.of("next_at", "timestamptz", c -> nextAt));
    }

    void updateBalances(List<Credit> credits) {
        bulk.update(
                "value.credit",
                credits,
                Column.uuid("account_id", c -> c.account().value()),
                Column.uuid("id", Credit::id),
                Column.bigint("balance", c -> c.balance().minor()));
    }

    void update(List<Planned> credits) {
        bulk.update(
                "value.credit",
                credits,
                Column.uuid("account_id", p -> p.credit().account().value()),
                Column.uuid("id", p -> p.credit().id()),
                Column.bigint("balance", p -> p.credit().balance().minor()),
                Column.of("next_at", "timestamptz", Planned::nextAt));
    }

    void insert(List<CreditMovement> movements) {
        bulk.insert(
                "value.credit_movement",
                movements,
                Column.uuid("account_id", m -> m.account().value()),
                Column.uuid("id", CreditMovement::id),
                Column.uuid("credit_id", CreditMovement::credit),
                Column.text("kind", m -> m.kind().code()),
                Column.bigint("amount", m -> m.amount().minor()),
                Column.uuid("invoice_id", CreditStore::invoice),
                Column.of("line", "integer", CreditMovement::line),
                Column.of("at", "timestamptz", CreditMovement::at));
    }

    /** What accounts hold in a currency. */
    List<Credit> held(Collection<AccountId> accounts, String currency) {
        return held(accounts, currency, "");
    }

    /** The same, locked until the commit. */
    List<Credit> lockHeld(Collection<AccountId> accounts, String currency) {
        return held(accounts, currency, " ORDER BY account_id, id FOR UPDATE");
    }

    private List<Credit> held(Collection<AccountId> accounts, String currency, String lock) {
        return jdbc.sql(
                        SELECT
                                + " WHERE account_id = ANY(:accounts) AND balance > 0"
                                + " AND currency = :currency"
                                + lock)
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param("currency", currency)
                .query((row, i) -> credit(row))
                .list();
    }

    List<Credit> named(Collection<AccountId> accounts, Collection<UUID> ids, boolean lock) {
        return jdbc.sql(
                        SELECT
                                + " WHERE account_id = ANY(:accounts) AND id = ANY(:ids)"
                                + (lock ? " ORDER BY account_id, id FOR UPDATE" : ""))
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param("ids", UuidArray.of(ids))
                .query((row, i) -> credit(row))
                .list();
    }

    List<Credit> ofAccount(AccountId account) {
        return jdbc.sql(SELECT + " WHERE account_id = ? ORDER BY id DESC")
                .param(account.value())
                .query((row, i) -> credit(row))
                .list();
    }

    List<CreditMovement> movements(AccountId account, UUID credit) {
        return jdbc.sql(
                        """
                        SELECT m.account_id, m.id, m.credit_id, m.kind, m.amount, c.currency,
                               m.invoice_id, m.line, m.at
                        FROM value.credit_movement m
                        JOIN value.credit c ON c.account_id = m.account_id AND c.id = m.credit_id
                        WHERE m.account_id = ? AND m.credit_id = ? ORDER BY m.id\
                        """)
                .params(account.value(), credit)
                .query((row, i) -> movement(row))
                .list();
    }

    List<Credit> lockDue(List<Subject> subjects, Instant now) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                                  AND next_at <= :now
                                FOR UPDATE SKIP LOCKED\
                                """)
                .param("accounts", UuidArray.of(subjects, Subject::account))
                .param("ids", UuidArray.of(subjects, Subject::id))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, i) -> credit(row))
                .list();
    }

    private static @Nullable UUID invoice(CreditMovement movement) {
        var invoice = movement.invoice();
        return invoice == null ? null : invoice.value();
    }

    private static Credit credit(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Credit(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("name"),
                CreditKind.ofCode(row.getString("kind")),
                Products.ofText(row.getString("products")),
                Money.of(row.getLong("granted"), currency),
                Money.of(row.getLong("balance"), currency),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("source"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant());
    }

    private static CreditMovement movement(ResultSet row) throws SQLException {
        var invoice = row.getObject("invoice_id", UUID.class);
        return new CreditMovement(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("credit_id", UUID.class),
                CreditMovement.Kind.ofCode(row.getString("kind")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                invoice == null ? null : new InvoiceId(invoice),
                row.getObject("line", Integer.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
