package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.payment.Payment.PaidBy;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of payments. */
@Repository
class PaymentStore {

    private static final String SELECT =
            """
            SELECT account_id, id, invoice_id, contract_id, try, method_id, method_kind, brand,
                   last4, gateway_id, amount, refunded, currency, state, reason, by_member,
                   resume_at, lookups, created_at, finished_at
            FROM payment.payment
            """;

    private final JdbcClient jdbc;
    private final DueStore lookups;
    private final Bulk bulk;

    PaymentStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        lookups = new DueStore(jdbc, "payment.payment", "id", "next_lookup_at");
        this.bulk = bulk;
    }

    DueStore lookups() {
        return lookups;
    }

    /** A payment as the gateway knows it. */
    record AtGateway(Payment payment, String gatewayId) {}

    /** What came of a payment; the next look-up is null when the outcome is known. */
    record Result(
            Payment payment,
            PaymentState state,
            @Nullable String reason,
            @Nullable String gatewayId,
            @Nullable Instant finishedAt,
            @Nullable Instant nextLookup) {}

    /** With a look-up, in case whoever tries them is lost. */
    void insert(List<Attempt> attempts, Function<Payment, String> gateway, Instant lookup) {
        bulk.insert(
                "payment.payment",
                attempts,
                Column.uuid("account_id", a -> a.payment().account().value()),
                Column.uuid("id", a -> a.payment().id().value()),
                Column.uuid("invoice_id", a -> a.payment().invoice().value()),
                Column.uuid("contract_id", a -> contract(a.payment())),
                Column.of("try", "integer", a -> a.payment().attempt()),
                Column.uuid("method_id", Attempt::method),
                Column.text("method_kind", Attempt::methodKind),
                Column.text("brand", Attempt::brand),
                Column.text("last4", Attempt::ending),
                Column.text("gateway", a -> gateway.apply(a.payment())),
                Column.bigint("amount", a -> a.payment().amount().minor()),
                Column.bigint("refunded", a -> 0L),
                Column.text("currency", a -> a.payment().amount().currency()),
                Column.text("state", a -> a.payment().state().code()),
                Column.of("by_member", "boolean", a -> a.payment().byMember()),
                Column.of("resume_at", "timestamptz", Attempt::resumeAt),
                Column.of("lookups", "integer", a -> 0),
                Column.of("next_lookup_at", "timestamptz", a -> a.debit() == null ? lookup : null),
                Column.of("debit_on", "date", Attempt::debitOn),
                Column.of("send_at", "timestamptz", Attempt::sendAt),
                Column.of("created_at", "timestamptz", a -> a.payment().at()));
    }

    void finish(List<Result> results) {
        bulk.update(
                "payment.payment",
                results,
                Column.uuid("account_id", r -> r.payment().account().value()),
                Column.uuid("id", r -> r.payment().id().value()),
                Column.text("state", r -> r.state().code()),
                Column.text("reason", Result::reason),
                Column.text("gateway_id", Result::gatewayId),
                Column.of("finished_at", "timestamptz", Result::finishedAt),
                Column.of("next_lookup_at", "timestamptz", Result::nextLookup));
    }

    /** Those of the payments whose outcome nobody has written yet; locked until the commit. */
    Set<PaymentId> lockOpen(List<Payment> payments) {
        var open = new HashSet<PaymentId>();
        jdbc.sql(
                        """
                        SELECT id FROM payment.payment
                        WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                          AND state IN ('trying', 'unknown', 'sent')
                        ORDER BY account_id, id FOR UPDATE\
                        """)
                .param("accounts", UuidArray.distinct(payments, p -> p.account().value()))
                .param("ids", UuidArray.distinct(payments, p -> p.id().value()))
                .query(
                        row -> {
                            open.add(new PaymentId(row.getObject("id", UUID.class)));
                        });
        return open;
    }

    /** How often each invoice was tried; invoices that never were are missing. */
    Map<InvoiceId, Integer> tries(Collection<AccountId> accounts, Collection<InvoiceId> invoices) {
        var tries = new HashMap<InvoiceId, Integer>();
        jdbc.sql(
                        """
                        SELECT invoice_id, max(try) AS tries FROM payment.payment
                        WHERE account_id = ANY(:accounts) AND invoice_id = ANY(:invoices)
                        GROUP BY account_id, invoice_id\
                        """)
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param("invoices", UuidArray.distinct(invoices, InvoiceId::value))
                .query(
                        row -> {
                            tries.put(
                                    new InvoiceId(row.getObject("invoice_id", UUID.class)),
                                    row.getInt("tries"));
                        });
        return tries;
    }

    /** Those invoices of accounts that are in a gateway's hands. */
    Set<InvoiceId> inFlight(Collection<AccountId> accounts) {
        var invoices = new HashSet<InvoiceId>();
        jdbc.sql(
                        """
                        SELECT invoice_id FROM payment.payment
                        WHERE account_id = ANY(:accounts) AND state IN ('trying', 'unknown', 'sent')\
                        """)
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .query(
                        row -> {
                            invoices.add(new InvoiceId(row.getObject("invoice_id", UUID.class)));
                        });
        return invoices;
    }

    /** Whether a payment of a contract is in a gateway's hands. */
    boolean inFlight(AccountId account, ContractId contract) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM payment.payment
                          WHERE account_id = ? AND contract_id = ?
                            AND state IN ('trying', 'unknown', 'sent'))\
                        """)
                .params(account.value(), contract.value())
                .query(Boolean.class)
                .single();
    }

    /** Captured payments of which something is left, locked until the commit. */
    List<Payment> lockRefundable(AccountId account, String currency) {
        return jdbc.sql(
                        SELECT
                                + """
                                WHERE account_id = ? AND currency = ? AND state = 'captured'
                                  AND refunded < amount AND gateway <> 'bank'
                                ORDER BY id FOR UPDATE\
                                """)
                .params(account.value(), currency)
                .query((row, i) -> payment(row))
                .list();
    }

    /** What the gateway calls the captured payments. */
    List<AtGateway> atGateway(Collection<AccountId> accounts, Collection<PaymentId> payments) {
        return jdbc.sql(
                        SELECT
                                + """
                                WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                                  AND gateway_id IS NOT NULL\
                                """)
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param("ids", UuidArray.distinct(payments, PaymentId::value))
                .query((row, i) -> new AtGateway(payment(row), row.getString("gateway_id")))
                .list();
    }

    /** Adds to what is given back of a payment; below zero when it did not get back. */
    void refunded(AccountId account, PaymentId payment, Money amount) {
        jdbc.sql(
                        """
                        UPDATE payment.payment SET refunded = refunded + ?
                        WHERE account_id = ? AND id = ?\
                        """)
                .params(amount.minor(), account.value(), payment.value())
                .update();
    }

    /** Takes those still due and in nobody else's hands for one look-up. */
    List<Attempt> claimLookups(List<Subject> subjects, Instant now, Instant lapse) {
        return jdbc.sql(
                        """
                        WITH taken AS (
                          SELECT account_id, id FROM payment.payment
                          WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                            AND next_lookup_at <= :now AND state IN ('trying', 'unknown')
                          FOR UPDATE SKIP LOCKED)
                        UPDATE payment.payment p
                        SET next_lookup_at = :lapse, lookups = p.lookups + 1
                        FROM taken t WHERE p.account_id = t.account_id AND p.id = t.id
                        RETURNING p.account_id, p.id, p.invoice_id, p.contract_id, p.try,
                          p.method_id, p.method_kind, p.brand, p.last4, p.gateway_id, p.amount,
                          p.refunded, p.currency, p.state, p.reason, p.by_member, p.resume_at,
                          p.lookups, p.created_at, p.finished_at\
                        """)
                .param("accounts", UuidArray.distinct(subjects, Subject::account))
                .param("ids", UuidArray.distinct(subjects, Subject::id))
                .param("now", utc(now))
                .param("lapse", utc(lapse))
                .query((row, i) -> attempt(row))
                .list();
    }

    /** Lets go of claims; nothing was written of what came of them. */
    void dueAgain(List<Attempt> claimed, Instant now) {
        jdbc.sql(
                        """
                        UPDATE payment.payment SET next_lookup_at = :now
                        WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                          AND state IN ('trying', 'unknown')\
                        """)
                .param("now", utc(now))
                .param("accounts", UuidArray.distinct(claimed, a -> a.payment().account().value()))
                .param("ids", UuidArray.distinct(claimed, a -> a.payment().id().value()))
                .update();
    }

    /** Newest first. */
    List<Payment> of(AccountId account, int limit) {
        return jdbc.sql(SELECT + " WHERE account_id = ? ORDER BY id DESC LIMIT ?")
                .params(account.value(), limit)
                .query((row, i) -> payment(row))
                .list();
    }

    /** In the order of the tries. */
    List<Payment> ofInvoice(AccountId account, InvoiceId invoice) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND invoice_id = ? ORDER BY try")
                .params(account.value(), invoice.value())
                .query((row, i) -> payment(row))
                .list();
    }

    /** The named payments of accounts. */
    List<Payment> named(Collection<AccountId> accounts, Collection<UUID> ids) {
        return jdbc.sql(SELECT + " WHERE account_id = ANY(:accounts) AND id = ANY(:ids)")
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param("ids", UuidArray.distinct(ids, id -> id))
                .query((row, i) -> payment(row))
                .list();
    }

    Payment payment(AccountId account, PaymentId id) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND id = ?")
                .params(account.value(), id.value())
                .query((row, i) -> payment(row))
                .single();
    }

    private static @Nullable UUID contract(Payment payment) {
        var contract = payment.contract();
        return contract == null ? null : contract.value();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                payment(row), null, null, instant(row, "resume_at"), row.getInt("lookups"));
    }

    private static Payment payment(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var contract = row.getObject("contract_id", UUID.class);
        return new Payment(
                new AccountId(row.getObject("account_id", UUID.class)),
                new PaymentId(row.getObject("id", UUID.class)),
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                contract == null ? null : new ContractId(contract),
                row.getInt("try"),
                paidBy(row),
                Money.of(row.getLong("amount"), currency),
                Money.of(row.getLong("refunded"), currency),
                PaymentState.ofCode(row.getString("state")),
                row.getString("reason"),
                row.getBoolean("by_member"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"));
    }

    private static @Nullable PaidBy paidBy(ResultSet row) throws SQLException {
        var method = row.getObject("method_id", UUID.class);
        var brand = row.getString("brand");
        return method == null
                ? null
                : new PaidBy(
                        new MethodId(method),
                        MethodKind.ofCode(row.getString("method_kind")),
                        brand == null ? null : CardBrand.ofCode(brand).orElseThrow(),
                        row.getString("last4"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
