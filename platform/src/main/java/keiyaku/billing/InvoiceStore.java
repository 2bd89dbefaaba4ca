package keiyaku.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.catalog.Issuer;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issued invoices and their charges. */
@Component
class InvoiceStore {

    private static final String COLUMNS =
            """
            account_id, id, number, zone, language, issued_on, due_on, issued_at, currency,
            recipient_name, recipient_address, discount, credit, subtotal, tax, total, taxes\
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;

    InvoiceStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    void insert(List<Invoice> invoices, UUID issuer) {
        bulk.insert(
                "billing.invoice",
                invoices,
                Column.uuid("account_id", i -> i.account().value()),
                Column.uuid("id", i -> i.id().value()),
                Column.text("number", Invoice::number),
                Column.uuid("issuer_id", i -> issuer),
                Column.text("zone", i -> i.zone().getId()),
                Column.text("language", i -> i.payer().language().tag()),
                Column.of("issued_on", "date", Invoice::issuedOn),
                Column.of("due_on", "date", Invoice::dueOn),
                Column.of("issued_at", "timestamptz", Invoice::issuedAt),
                Column.text("currency", i -> i.amounts().total().currency()),
                Column.text("recipient_name", i -> i.payer().name()),
                Column.text("recipient_address", i -> i.payer().address()),
                Column.bigint("discount", i -> i.amounts().discount().minor()),
                Column.bigint("credit", i -> i.amounts().credit().minor()),
                Column.bigint("subtotal", i -> i.amounts().subtotal().minor()),
                Column.bigint("tax", i -> i.amounts().tax().minor()),
                Column.bigint("total", i -> i.amounts().total().minor()),
                Column.of("taxes", "jsonb", i -> TaxLineJson.write(i.amounts().taxes())));
    }

    private record Line(Invoice invoice, int number, Charge charge) {}

    void insertCharges(List<Invoice> invoices) {
        var lines = new ArrayList<Line>();
        for (var invoice : invoices) {
            for (int i = 0; i < invoice.charges().size(); i++) {
                lines.add(new Line(invoice, i + 1, invoice.charges().get(i)));
            }
        }
        bulk.insert(
                "billing.charge",
                lines,
                Column.uuid("account_id", l -> l.charge().account().value()),
                Column.uuid("invoice_id", l -> l.invoice().id().value()),
                Column.of("line", "integer", Line::number),
                Column.uuid("contract_id", l -> contractOf(l.charge())),
                Column.text("product", l -> l.charge().product()),
                Column.text("kind", l -> l.charge().kind().code()),
                Column.text("item", l -> l.charge().item()),
                Column.of("period_start", "date", l -> l.charge().period().start()),
                Column.of("period_end", "date", l -> l.charge().period().end()),
                Column.bigint("quantity", l -> l.charge().quantity()),
                Column.bigint("amount", l -> l.charge().amount().minor()),
                Column.text("currency", l -> l.charge().amount().currency()),
                Column.text("tax_category", l -> l.charge().taxCategory()),
                Column.of("why", "jsonb", l -> ComputationJson.write(l.charge().why())),
                Column.bigint("occurrence", l -> l.charge().occurrence()));
    }

    /** A charge on its invoice. */
    record Issued(InvoiceId invoice, int line, Charge charge) {}

    /** What was charged for days of the same contracts, the latest first. */
    List<Issued> originals(List<Charge> givingBack) {
        return jdbc.sql(
                        """
                        SELECT invoice_id, line, account_id, contract_id, product, kind, item,
                               period_start, period_end, quantity, currency, tax_category, why,
                               occurrence
                        FROM billing.charge
                        WHERE account_id = ANY(:accounts) AND contract_id = ANY(:contracts)
                          AND period_end = ANY(:ends)
                          AND kind IN ('recurring', 'proration-charge', 'usage')
                        ORDER BY invoice_id DESC, line DESC\
                        """)
                .param("accounts", UuidArray.of(givingBack, c -> c.account().value()))
                .param("contracts", UuidArray.of(givingBack, InvoiceStore::contractOf))
                .param(
                        "ends",
                        givingBack.stream()
                                .map(c -> java.sql.Date.valueOf(c.period().end()))
                                .toArray(java.sql.Date[]::new))
                .query(
                        (row, i) ->
                                new Issued(
                                        new InvoiceId(row.getObject("invoice_id", UUID.class)),
                                        row.getInt("line"),
                                        charge(row)))
                .list();
    }

    Map<InvoiceId, Money> totals(Collection<AccountId> accounts, Collection<InvoiceId> invoices) {
        var totals = new HashMap<InvoiceId, Money>();
        jdbc.sql(
                        """
                        SELECT id, total, currency FROM billing.invoice
                        WHERE account_id = ANY(:accounts) AND id = ANY(:ids)\
                        """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("ids", UuidArray.of(invoices, InvoiceId::value))
                .query(
                        row -> {
                            totals.put(
                                    new InvoiceId(row.getObject("id", UUID.class)),
                                    Money.of(row.getLong("total"), row.getString("currency")));
                        });
        return totals;
    }

    /** The issuer's row with exactly these texts, made when it is new. */
    UUID issuer(UUID fresh, String name, String registrationNumber, String address) {
        return knownIssuer(name, registrationNumber, address)
                .orElseGet(
                        () -> {
                            insertIssuer(fresh, name, registrationNumber, address);
                            return knownIssuer(name, registrationNumber, address).orElseThrow();
                        });
    }

    private Optional<UUID> knownIssuer(String name, String registrationNumber, String address) {
        return jdbc.sql(
                        """
                        SELECT id FROM billing.issuer
                        WHERE name = ? AND registration_number = ? AND address = ?\
                        """)
                .params(name, registrationNumber, address)
                .query(UUID.class)
                .optional();
    }

    /** Another one may insert the same at the same time. */
    private void insertIssuer(UUID fresh, String name, String registrationNumber, String address) {
        jdbc.sql(
                        """
                        INSERT INTO billing.issuer (id, name, registration_number, address)
                        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING\
                        """)
                .params(fresh, name, registrationNumber, address)
                .update();
    }

    Map<InvoiceId, String> numbers(Collection<AccountId> accounts, Collection<InvoiceId> invoices) {
        var numbers = new HashMap<InvoiceId, String>();
        jdbc.sql(
                        """
                        SELECT id, number FROM billing.invoice
                        WHERE account_id = ANY(:accounts) AND id = ANY(:ids)\
                        """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("ids", UuidArray.of(invoices, InvoiceId::value))
                .query(
                        row -> {
                            numbers.put(
                                    new InvoiceId(row.getObject("id", UUID.class)),
                                    row.getString("number"));
                        });
        return numbers;
    }

    Optional<Invoice> invoice(AccountId account, InvoiceId id) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM billing.invoice WHERE account_id = ? AND id = ?")
                .params(account.value(), id.value())
                .query((row, i) -> header(row))
                .optional()
                .map(header -> withCharges(account, List.of(header)).getFirst());
    }

    /** Newest first, from before an id where one is given. */
    List<Invoice> ofAccount(AccountId account, @Nullable UUID before, int limit) {
        var headers =
                jdbc.sql(
                                "SELECT "
                                        + COLUMNS
                                        + """
                                         FROM billing.invoice
                                        WHERE account_id = :account
                                          AND (CAST(:before AS uuid) IS NULL OR id < :before)
                                        ORDER BY id DESC LIMIT :limit\
                                        """)
                        .param("account", account.value())
                        .param("before", before)
                        .param("limit", limit)
                        .query((row, i) -> header(row))
                        .list();
        return withCharges(account, headers);
    }

    /** The next ones after an id, newest first. */
    List<Invoice> after(AccountId account, UUID after, int limit) {
        var headers =
                jdbc.sql(
                                "SELECT "
                                        + COLUMNS
                                        + """
                                         FROM billing.invoice
                                        WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?\
                                        """)
                        .params(account.value(), after, limit)
                        .query((row, i) -> header(row))
                        .list();
        return withCharges(account, headers.reversed());
    }

    Issuer issuer(AccountId account, InvoiceId invoice) {
        return jdbc.sql(
                        """
                        SELECT s.name, s.registration_number, s.address
                        FROM billing.invoice i JOIN billing.issuer s ON s.id = i.issuer_id
                        WHERE i.account_id = ? AND i.id = ?\
                        """)
                .params(account.value(), invoice.value())
                .query(Issuer.class)
                .single();
    }

    private List<Invoice> withCharges(AccountId account, List<Invoice> headers) {
        if (headers.isEmpty()) {
            return headers;
        }
        Map<UUID, List<Charge>> charges = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT invoice_id, account_id, contract_id, product, kind, item,
                               period_start, period_end, quantity, currency, tax_category, why,
                               occurrence
                        FROM billing.charge
                        WHERE account_id = :account AND invoice_id = ANY(:invoices)
                        ORDER BY invoice_id, line\
                        """)
                .param("account", account.value())
                .param("invoices", UuidArray.of(headers, i -> i.id().value()))
                .query(
                        row -> {
                            charges.computeIfAbsent(
                                            row.getObject("invoice_id", UUID.class),
                                            id -> new ArrayList<>())
                                    .add(charge(row));
                        });
        return headers.stream()
                .map(h -> h.with(charges.getOrDefault(h.id().value(), List.of())))
                .toList();
    }

    private static @Nullable UUID contractOf(Charge charge) {
        var contract = charge.contract();
        return contract == null ? null : contract.value();
    }

    private static Invoice header(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Invoice(
                new InvoiceId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("number"),
                ZoneId.of(row.getString("zone")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                instant(row, "issued_at"),
                new Payer(
                        row.getString("recipient_name"),
                        row.getString("recipient_address"),
                        Language.ofTag(row.getString("language")).orElse(Language.EN)),
                new InvoiceAmounts(
                        new Money(row.getLong("discount"), currency),
                        new Money(row.getLong("credit"), currency),
                        new Money(row.getLong("subtotal"), currency),
                        TaxLineJson.read(row.getString("taxes"), currency),
                        new Money(row.getLong("tax"), currency),
                        new Money(row.getLong("total"), currency)),
                List.of());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Charge charge(ResultSet row) throws SQLException {
        var contract = row.getObject("contract_id", UUID.class);
        return new Charge(
                new AccountId(row.getObject("account_id", UUID.class)),
                contract == null ? null : new ContractId(contract),
                row.getString("product"),
                ChargeKind.ofCode(row.getString("kind")),
                row.getString("item"),
                new Period(
                        row.getObject("period_start", LocalDate.class),
                        row.getObject("period_end", LocalDate.class)),
                row.getLong("quantity"),
                row.getString("tax_category"),
                ComputationJson.read(
                        row.getString("why"), Currency.getInstance(row.getString("currency"))),
                row.getLong("occurrence"));
    }
}
