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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import keiyaku.database.UuidArray;
import keiyaku.payment.SettlementMatching.Agreed;
import keiyaku.payment.SettlementMatching.Different;
import keiyaku.payment.SettlementMatching.Name;
import keiyaku.payment.SettlementMatching.Ours;
import keiyaku.payment.settlement.SettlementFile;
import keiyaku.payment.settlement.SettlementFile.Line;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of settlement files, of what was paid out, and of what does not agree. */
@Repository
class SettlementStore {

    /** All that we know of the named movements, whatever it was paid for. */
    private static final String OURS =
            """
            SELECT account_id, 'capture' AS kind, gateway_id, amount, 0 AS fee, currency
            FROM payment.payment
            WHERE account_id = ANY(:accounts) AND gateway_id = ANY(:ids)
              AND state IN ('captured', 'reversed')
            UNION ALL
            SELECT account_id, 'capture', gateway_id, amount, 0, currency
            FROM payment.coin_payment
            WHERE account_id = ANY(:accounts) AND gateway_id = ANY(:ids) AND state = 'captured'
            UNION ALL
            SELECT account_id, 'refund', id::text, -amount, 0, currency FROM payment.refund
            WHERE account_id = ANY(:accounts) AND id::text = ANY(:ids) AND state = 'refunded'
            UNION ALL
            SELECT account_id, 'refund', id::text, -amount, 0, currency FROM payment.coin_refund
            WHERE account_id = ANY(:accounts) AND id::text = ANY(:ids) AND state = 'refunded'
            UNION ALL
            SELECT account_id, 'dispute', gateway_id, -amount, fee, currency FROM payment.dispute
            WHERE account_id = ANY(:accounts) AND gateway_id = ANY(:ids) AND kind = 'dispute'
            UNION ALL
            SELECT account_id, 'dispute-won', gateway_id, amount, 0, currency FROM payment.dispute
            WHERE account_id = ANY(:accounts) AND gateway_id = ANY(:ids) AND kind = 'dispute'
              AND state = 'won'
            """;

    private final JdbcClient jdbc;

    SettlementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long last() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM payment.settlement_file")
                .query(Long.class)
                .single();
    }

    /** False when it is there already. */
    boolean insert(long number, byte[] content, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO payment.settlement_file
                                  (number, content, state, amount, fee, at)
                                VALUES (?, ?, 'taken', 0, 0, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(number, content, utc(at))
                        .update()
                == 1;
    }

    /** From now on the acquirer is asked; asked for before, nothing changes. */
    void watch(Instant now, Instant next) {
        jdbc.sql(
                        """
                        INSERT INTO payment.settlement_file
                          (number, content, state, amount, fee, at, next_at)
                        VALUES (0, '', 'look', 0, 0, ?, ?) ON CONFLICT DO NOTHING\
                        """)
                .params(utc(now), utc(next))
                .update();
    }

    Optional<Instant> next() {
        return instant("SELECT next_at FROM payment.settlement_file WHERE number = 0");
    }

    Optional<Instant> watchedSince() {
        return instant("SELECT at FROM payment.settlement_file WHERE number = 0");
    }

    private Optional<Instant> instant(String sql) {
        return jdbc
                .sql(sql)
                .query((row, i) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(at -> at != null)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    void lookAt(@Nullable Instant next, @Nullable String reason) {
        jdbc.sql(
                        """
                        UPDATE payment.settlement_file SET next_at = :next, reason = :reason
                        WHERE number = 0\
                        """)
                .param("next", next == null ? null : utc(next))
                .param("reason", reason)
                .update();
    }

    /** Those that are not done with: just taken, or with differences that may have gone. */
    List<Long> open() {
        return jdbc.sql(
                        """
                        SELECT number FROM payment.settlement_file WHERE state = 'taken'
                        UNION
                        SELECT file_number FROM payment.settlement_difference
                        WHERE settled_at IS NULL AND file_number IS NOT NULL
                        ORDER BY 1\
                        """)
                .query(Long.class)
                .list();
    }

    byte[] content(long number) {
        return jdbc.sql("SELECT content FROM payment.settlement_file WHERE number = ? FOR UPDATE")
                .param(number)
                .query((row, i) -> row.getBytes(1))
                .single();
    }

    void done(long number, SettlementFile file) {
        jdbc.sql(
                        """
                        UPDATE payment.settlement_file
                        SET state = 'done', day = ?, currency = ?, amount = ?, fee = ?
                        WHERE number = ?\
                        """)
                .params(
                        file.day(),
                        file.amount().currency().getCurrencyCode(),
                        file.amount().minor(),
                        file.fee().minor(),
                        number)
                .update();
    }

    void refused(long number, String reason) {
        jdbc.sql(
                        "UPDATE payment.settlement_file SET state = 'refused', reason = ? WHERE"
                                + " number = ?")
                .params(reason, number)
                .update();
    }

    /** The reasons of refused files, the newest first. */
    List<String> refusals(int limit) {
        return jdbc.sql(
                        """
                        SELECT 'file ' || number || ', ' || reason FROM payment.settlement_file
                        WHERE state = 'refused' ORDER BY number DESC LIMIT ?\
                        """)
                .param(limit)
                .query(String.class)
                .list();
    }

    Map<Name, Ours> known(List<Line> lines) {
        var names =
                lines.stream()
                        .map(SettlementMatching::name)
                        .filter(java.util.Objects::nonNull)
                        .toList();
        var known = new HashMap<Name, Ours>();
        jdbc.sql(OURS)
                .param("accounts", UuidArray.of(names, name -> name.account().value()))
                .param("ids", names.stream().map(Name::gatewayId).toArray(String[]::new))
                .query(
                        row -> {
                            known.put(name(row), ours(row));
                        });
        return known;
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("kind"),
                row.getString("gateway_id"));
    }

    private static Ours ours(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Ours(
                Money.of(row.getLong("amount"), currency), Money.of(row.getLong("fee"), currency));
    }

    /** Refunds at the acquirer's desk, which have no key of ours: by payment and amount. */
    Set<String> deskRefunds(List<Line> lines) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT split_part(gateway_id, ' ', 1) || ' ' || -amount
                                FROM payment.dispute
                                WHERE kind = 'refund' AND account_id = ANY(:accounts)\
                                """)
                        .param(
                                "accounts",
                                UuidArray.of(
                                        lines.stream()
                                                .map(SettlementMatching::name)
                                                .filter(java.util.Objects::nonNull)
                                                .toList(),
                                        name -> name.account().value()))
                        .query(String.class)
                        .list());
    }

    /** Writes them down; gives those that were not there yet. */
    Set<Name> settle(long file, List<Agreed> all) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                INSERT INTO payment.settled (account_id, kind, gateway_id,
                                  file_number, line, moved, fee, currency)
                                SELECT a, k, g, :file, l, m, f, c
                                FROM unnest(:accounts, :kinds, :ids, :lines, :moved, :fees,
                                            :currencies) AS t (a, k, g, l, m, f, c)
                                ON CONFLICT DO NOTHING RETURNING account_id, kind, gateway_id\
                                """)
                        .param("file", file)
                        .param("accounts", UuidArray.of(all, each -> each.name().account().value()))
                        .param("kinds", texts(all, each -> each.name().kind()))
                        .param("ids", texts(all, each -> each.name().gatewayId()))
                        .param("lines", all.stream().map(Agreed::line).toArray(Integer[]::new))
                        .param("moved", longs(all, each -> each.moved().minor()))
                        .param("fees", longs(all, each -> each.fee().minor()))
                        .param(
                                "currencies",
                                texts(all, each -> each.moved().currency().getCurrencyCode()))
                        .query((row, i) -> name(row))
                        .list());
    }

    /** What agrees by now is no difference any more. */
    void agreed(List<Agreed> all, Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment.settlement_difference d
                        SET settled_at = :at, settled_by = 'matched'
                        FROM unnest(:kinds, :ids) AS t (k, g)
                        WHERE d.kind = t.k AND d.gateway_id = t.g AND d.settled_at IS NULL\
                        """)
                .param("at", utc(at))
                .param("kinds", texts(all, each -> each.name().kind()))
                .param("ids", texts(all, each -> each.name().gatewayId()))
                .update();
    }

    void differs(UUID id, long file, Different one, Instant at) {
        var line = one.line();
        var account = one.account();
        var ours = one.ours();
        jdbc.sql(
                        """
                        INSERT INTO payment.settlement_difference (id, why, kind, gateway_id,
                          file_number, line, account, ours, theirs, currency, at)
                        VALUES (:id, :why, :kind, :gateway, :file, :line, :account, :ours, :theirs,
                                :currency, :at)
                        ON CONFLICT DO NOTHING\
                        """)
                .param("id", id)
                .param("why", one.why())
                .param("kind", line.kind())
                .param("gateway", line.id())
                .param("file", file)
                .param("line", line.line())
                .param("account", account == null ? null : account.value())
                .param("ours", ours == null ? null : ours.minor())
                .param("theirs", line.amount().minor())
                .param("currency", line.amount().currency().getCurrencyCode())
                .param("at", utc(at))
                .update();
    }

    /** What we captured and no file has told of; the ids of their rows are the payments' own. */
    void missingThere(Instant since, Instant before, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO payment.settlement_difference
                          (id, why, kind, gateway_id, account, ours, currency, at)
                        SELECT p.id, 'missing-there', 'capture', p.gateway_id, p.account_id,
                               p.amount, p.currency, :at
                        FROM (SELECT id, gateway_id, account_id, amount, currency
                              FROM payment.payment
                              WHERE state = 'captured' AND gateway = 'acquirer'
                                AND finished_at >= :since AND finished_at < :before
                              UNION ALL
                              SELECT id, gateway_id, account_id, amount, currency
                              FROM payment.coin_payment
                              WHERE state = 'captured' AND gateway = 'acquirer'
                                AND finished_at >= :since AND finished_at < :before) p
                        LEFT JOIN payment.settled s ON s.account_id = p.account_id
                          AND s.kind = 'capture' AND s.gateway_id = p.gateway_id
                        WHERE s.account_id IS NULL
                          AND NOT EXISTS (SELECT FROM payment.settlement_difference d
                                          WHERE d.kind = 'capture'
                                            AND d.gateway_id = p.gateway_id)
                        ON CONFLICT DO NOTHING\
                        """)
                .param("since", utc(since))
                .param("before", utc(before))
                .param("at", utc(at))
                .update();
    }

    /** What is still to be seen to, the oldest first. */
    List<SettlementDifference> differences(int limit) {
        return jdbc.sql(
                        """
                        SELECT id, why, kind, gateway_id, file_number, line, account, ours,
                               theirs, currency
                        FROM payment.settlement_difference WHERE settled_at IS NULL
                        ORDER BY at, id LIMIT ?\
                        """)
                .param(limit)
                .query((row, i) -> difference(row))
                .list();
    }

    boolean close(UUID id, String by, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE payment.settlement_difference
                                SET settled_at = ?, settled_by = ?
                                WHERE id = ? AND settled_at IS NULL\
                                """)
                        .params(utc(at), by, id)
                        .update()
                == 1;
    }

    private static SettlementDifference difference(ResultSet row) throws SQLException {
        var account = row.getObject("account", UUID.class);
        return new SettlementDifference(
                row.getObject("id", UUID.class),
                row.getString("why"),
                row.getString("kind"),
                row.getString("gateway_id"),
                row.getObject("file_number", Long.class),
                row.getObject("line", Integer.class),
                account == null ? null : new AccountId(account),
                money(row, "ours"),
                money(row, "theirs"));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        var amount = row.getObject(column, Long.class);
        return amount == null ? null : Money.of(amount, row.getString("currency"));
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static <T> Long[] longs(Collection<T> all, Function<T, Long> number) {
        return all.stream().map(number).toArray(Long[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
