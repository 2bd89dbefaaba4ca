package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.springframework.stereotype.Repository;

/** The SQL of refunds. */
@Repository
class RefundStore {

    private static final String COLUMNS =
            """
            account_id, id, payment_id, invoice_id, amount, currency, state, reason, lookups,
            created_at, finished_at
            """;

    private final JdbcClient jdbc;
    private final DueStore lookups;
    private final Bulk bulk;

    RefundStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        lookups = new DueStore(jdbc, "payment.refund", "id", "next_lookup_at");
        this.bulk = bulk;
    }

    DueStore lookups() {
        return lookups;
    }

    /** A refund in the gateway's hands, and how often it was looked up. */
    record Asked(Refund refund, int lookups) {}

    /** What came of a refund; the next look-up is null when the outcome is known. */
    record Result(
            Refund refund,
            Refund.State state,
            @Nullable String reason,
            @Nullable Instant finishedAt,
            @Nullable Instant nextLookup) {}

    void insert(List<Refund> refunds, Instant lookup) {
        bulk.insert(
                "payment.refund",
                refunds,
                Column.uuid("account_id", r -> r.account().value()),
                Column.uuid("id", Refund::id),
                Column.uuid("payment_id", r -> r.payment().value()),
                Column.uuid("invoice_id", r -> r.invoice().value()),
                Column.bigint("amount", r -> r.amount().minor()),
                Column.text("currency", r -> r.amount().currency()),
                Column.text("state", r -> r.state().code()),
                Column.of("lookups", "integer", r -> 0),
                Column.of("next_lookup_at", "timestamptz", r -> lookup),
                Column.of("created_at", "timestamptz", Refund::at));
    }

    void finish(List<Result> results) {
        bulk.update(
                "payment.refund",
                results,
                Column.uuid("account_id", r -> r.refund().account().value()),
                Column.uuid("id", r -> r.refund().id()),
                Column.text("state", r -> r.state().code()),
                Column.text("reason", Result::reason),
                Column.of("finished_at", "timestamptz", Result::finishedAt),
                Column.of("next_lookup_at", "timestamptz", Result::nextLookup));
    }

    /** Those whose outcome nobody has written yet; locked until the commit. */
    Set<UUID> lockOpen(List<Refund> refunds) {
        var open = new HashSet<UUID>();
        jdbc.sql(
                        """
                        SELECT id FROM payment.refund
                        WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                          AND state IN ('trying', 'unknown')
                        ORDER BY account_id, id FOR UPDATE\
                        """)
                .param("accounts", UuidArray.distinct(refunds, r -> r.account().value()))
                .param("ids", UuidArray.distinct(refunds, Refund::id))
                .query(
                        row -> {
                            open.add(row.getObject("id", UUID.class));
                        });
        return open;
    }

    /** Takes those still due and in nobody else's hands for one look-up. */
    List<Asked> claimLookups(List<Subject> subjects, Instant now, Instant lapse) {
        return jdbc.sql(
                        """
                        WITH taken AS (
                          SELECT account_id, id FROM payment.refund
                          WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                            AND next_lookup_at <= :now AND state IN ('trying', 'unknown')
                          FOR UPDATE SKIP LOCKED)
                        UPDATE payment.refund r
                        SET next_lookup_at = :lapse, lookups = r.lookups + 1
                        FROM taken t WHERE r.account_id = t.account_id AND r.id = t.id
                        RETURNING r.account_id, r.id, r.payment_id, r.invoice_id, r.amount,
                          r.currency, r.state, r.reason, r.lookups, r.created_at,
                          r.finished_at\
                        """)
                .param("accounts", UuidArray.distinct(subjects, Subject::account))
                .param("ids", UuidArray.distinct(subjects, Subject::id))
                .param("now", utc(now))
                .param("lapse", utc(lapse))
                .query((row, i) -> new Asked(refund(row), row.getInt("lookups")))
                .list();
    }

    /** Lets go of claims; nothing was written of what came of them. */
    void dueAgain(List<Refund> claimed, Instant now) {
        jdbc.sql(
                        """
                        UPDATE payment.refund SET next_lookup_at = :now
                        WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                          AND state IN ('trying', 'unknown')\
                        """)
                .param("now", utc(now))
                .param("accounts", UuidArray.distinct(claimed, r -> r.account().value()))
                .param("ids", UuidArray.distinct(claimed, Refund::id))
                .update();
    }

    /** Newest first. */
    List<Refund> of(AccountId account, int limit) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + "FROM payment.refund WHERE account_id = ? ORDER BY id DESC LIMIT"
                                + " ?")
                .params(account.value(), limit)
                .query((row, i) -> refund(row))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Refund refund(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Refund(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("id", UUID.class),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                Money.of(row.getLong("amount"), row.getString("currency")),
                Refund.State.ofCode(row.getString("state")),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
