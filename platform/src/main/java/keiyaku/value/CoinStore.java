package keiyaku.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lots of coins, what became of them, and what they paid. */
@Component
class CoinStore {

    private static final String SELECT =
            """
            SELECT account_id, id, charge_id, kind, currency, amount, remaining, charged_at,
                   expires_at
            FROM value.coin_lot
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;

    CoinStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** One change of a lot's remainder; the remainder is their sum. */
    record Movement(
            CoinLot lot,
            UUID id,
            CoinMovementKind kind,
            Money amount,
            @Nullable AccountId payer,
            @Nullable InvoiceId invoice,
            Instant at) {}

    void insert(List<CoinLot> lots) {
        bulk.insert(
                "value.coin_lot",
                lots,
                Column.uuid("account_id", l -> l.account().value()),
                Column.uuid("id", CoinLot::id),
                Column.uuid("charge_id", CoinLot::charge),
                Column.text("kind", l -> l.kind().code()),
                Column.text("currency", l -> l.amount().currency()),
                Column.bigint("amount", l -> l.amount().minor()),
                Column.bigint("remaining", l -> l.remaining().minor()),
                Column.of("charged_at", "timestamptz", CoinLot::chargedAt),
                Column.of("expires_at", "timestamptz", CoinLot::expiresAt));
    }

    void update(List<CoinLot> lots) {
        bulk.update(
                "value.coin_lot",
                lots,
                Column.uuid("account_id", l -> l.account().value()),
                Column.uuid("id", CoinLot::id),
                Column.bigint("remaining", l -> l.remaining().minor()));
    }

    void move(List<Movement> movements) {
        bulk.insert(
                "value.coin_movement",
                movements,
                Column.uuid("account_id", m -> m.lot().account().value()),
                Column.uuid("id", Movement::id),
                Column.uuid("lot_id", m -> m.lot().id()),
                Column.text("kind", m -> m.kind().code()),
                Column.bigint("amount", m -> m.amount().minor()),
                Column.uuid("payer_id", CoinStore::payer),
                Column.uuid("invoice_id", CoinStore::invoice),
                Column.of("at", "timestamptz", Movement::at));
    }

    void use(List<CoinUse> uses) {
        bulk.insert(
                "value.coin_use",
                uses,
                Column.uuid("account_id", u -> u.payer().value()),
                Column.uuid("id", CoinUse::id),
                Column.uuid("invoice_id", u -> u.invoice().value()),
                Column.uuid("of_invoice_id", u -> u.of().value()),
                Column.uuid("lot_account_id", u -> u.lotOwner().value()),
                Column.uuid("lot_id", CoinUse::lot),
                Column.text("kind", u -> u.kind().code()),
                Column.bigint("amount", u -> u.amount().minor()),
                Column.text("currency", u -> u.amount().currency()),
                Column.of("at", "timestamptz", CoinUse::at));
    }

    /** What can pay at an instant, of accounts that let coins pay by themselves; locked. */
    List<CoinLot> lockPaying(Collection<AccountId> accounts, String currency, Instant now) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE account_id = ANY(:accounts) AND remaining > 0
                                  AND currency = :currency AND expires_at > :now
                                  AND NOT EXISTS (SELECT FROM value.coin_setting s
                                    WHERE s.account_id = coin_lot.account_id AND NOT s.automatic)
                                ORDER BY account_id, id FOR UPDATE\
                                """)
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param("currency", currency)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, i) -> lot(row))
                .list();
    }

    /** The same, with the lots of charges that others share with them. */
    List<CoinLot> lockPaying(
            Collection<AccountId> accounts,
            Collection<CoinShareStore.Share> shares,
            String currency,
            Instant now) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE remaining > 0 AND currency = :currency
                                  AND expires_at > :now
                                  AND account_id = ANY(:all)
                                  AND (charge_id = ANY(:charges)
                                    OR account_id = ANY(:accounts)
                                      AND NOT EXISTS (SELECT FROM value.coin_setting s
                                        WHERE s.account_id = coin_lot.account_id
                                          AND NOT s.automatic))
                                ORDER BY account_id, id FOR UPDATE\
                                """)
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param(
                        "all",
                        UuidArray.distinct(
                                Stream.concat(
                                                accounts.stream(),
                                                shares.stream().map(CoinShareStore.Share::manager))
                                        .toList(),
                                AccountId::value))
                .param("charges", UuidArray.distinct(shares, CoinShareStore.Share::charge))
                .param("currency", currency)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, i) -> lot(row))
                .list();
    }

    List<CoinLot> lock(Collection<AccountId> accounts, Collection<UUID> lots) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE account_id = ANY(:accounts) AND id = ANY(:lots)
                                ORDER BY account_id, id FOR UPDATE\
                                """)
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param("lots", UuidArray.of(lots))
                .query((row, i) -> lot(row))
                .list();
    }

    List<CoinLot> lockOfCharge(AccountId account, UUID charge) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND charge_id = ? ORDER BY id FOR UPDATE")
                .params(account.value(), charge)
                .query((row, i) -> lot(row))
                .list();
    }

    List<CoinLot> ofAccount(AccountId account) {
        return jdbc.sql(SELECT + " WHERE account_id = ? ORDER BY id")
                .param(account.value())
                .query((row, i) -> lot(row))
                .list();
    }

    /** What coins paid of invoices and what of that returned, in order. */
    List<CoinUse> usesOf(Collection<AccountId> payers, Collection<InvoiceId> of) {
        return jdbc.sql(
                        """
                        SELECT account_id, id, invoice_id, of_invoice_id, lot_account_id, lot_id,
                               kind, amount, currency, at
                        FROM value.coin_use
                        WHERE account_id = ANY(:payers) AND of_invoice_id = ANY(:invoices)
                        ORDER BY id\
                        """)
                .param("payers", UuidArray.distinct(payers, AccountId::value))
                .param("invoices", UuidArray.of(of, InvoiceId::value))
                .query((row, i) -> use(row))
                .list();
    }

    /** How much of a charge each account has used, less what returned. */
    Map<AccountId, Money> used(AccountId owner, UUID charge) {
        var used = new LinkedHashMap<AccountId, Money>();
        jdbc.sql(
                        """
                        SELECT m.payer_id, l.currency, -sum(m.amount) AS used
                        FROM value.coin_movement m
                        JOIN value.coin_lot l ON l.account_id = m.account_id AND l.id = m.lot_id
                        WHERE m.account_id = ? AND l.charge_id = ? AND m.payer_id IS NOT NULL
                        GROUP BY m.payer_id, l.currency ORDER BY m.payer_id\
                        """)
                .params(owner.value(), charge)
                .query(
                        row -> {
                            used.put(
                                    new AccountId(row.getObject("payer_id", UUID.class)),
                                    Money.of(row.getLong("used"), row.getString("currency")));
                        });
        return used;
    }

    /** All that coins paid for an account, in order. */
    List<CoinUse> uses(AccountId payer) {
        return jdbc.sql(
                        """
                        SELECT account_id, id, invoice_id, of_invoice_id, lot_account_id, lot_id,
                               kind, amount, currency, at
                        FROM value.coin_use WHERE account_id = ? ORDER BY id\
                        """)
                .param(payer.value())
                .query((row, i) -> use(row))
                .list();
    }

    boolean automatic(AccountId account) {
        return jdbc.sql("SELECT automatic FROM value.coin_setting WHERE account_id = ?")
                .param(account.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void automatic(AccountId account, boolean on) {
        jdbc.sql(
                        """
                        INSERT INTO value.coin_setting (account_id, automatic) VALUES (?, ?)
                        ON CONFLICT (account_id) DO UPDATE SET automatic = EXCLUDED.automatic\
                        """)
                .params(account.value(), on)
                .update();
    }

    /** Lets nobody else charge for an account until the commit. */
    void holdBack(AccountId account) {
        jdbc.sql(
                        """
                        INSERT INTO value.coin_setting AS s (account_id, automatic) VALUES (?, true)
                        ON CONFLICT (account_id) DO UPDATE SET automatic = s.automatic\
                        """)
                .param(account.value())
                .update();
    }

    Optional<Instant> nextExpiry() {
        return jdbc.sql(
                        """
                        SELECT min(expires_at) FROM value.coin_lot
                        WHERE remaining > 0 AND parked IS NULL\
                        """)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<Subject> expired(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT account_id, id FROM value.coin_lot
                        WHERE expires_at <= :now AND remaining > 0 AND parked IS NULL
                        ORDER BY expires_at LIMIT :limit\
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(
                        (row, i) ->
                                new Subject(
                                        row.getObject("account_id", UUID.class),
                                        row.getObject("id", UUID.class)))
                .list();
    }

    List<CoinLot> lockExpired(List<Subject> subjects, Instant now) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                                  AND expires_at <= :now AND remaining > 0 AND parked IS NULL
                                FOR UPDATE SKIP LOCKED\
                                """)
                .param("accounts", UuidArray.of(subjects, Subject::account))
                .param("ids", UuidArray.of(subjects, Subject::id))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, i) -> lot(row))
                .list();
    }

    void park(Subject subject, @Nullable String reason) {
        jdbc.sql(
                        """
                        UPDATE value.coin_lot SET parked = :reason
                        WHERE account_id = :account AND id = :id\
                        """)
                .param("reason", reason)
                .param("account", subject.account())
                .param("id", subject.id())
                .update();
    }

    /** What is left of each account's coins, where anything is, ordered by account. */
    Stream<Coins.Outstanding> outstanding() {
        return jdbc
                .sql(
                        """
                        SELECT account_id, currency,
                               coalesce(sum(remaining) FILTER (WHERE kind = 'charged'), 0) AS paid,
                               coalesce(sum(remaining) FILTER (WHERE kind = 'bonus'), 0) AS given
                        FROM value.coin_lot WHERE remaining > 0
                        GROUP BY account_id, currency ORDER BY account_id, currency\
                        """)
                .withFetchSize(1_000)
                .query(
                        (row, i) ->
                                new Coins.Outstanding(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        Money.of(row.getLong("paid"), row.getString("currency")),
                                        Money.of(row.getLong("given"), row.getString("currency"))))
                .stream();
    }

    private static @Nullable UUID payer(Movement movement) {
        var payer = movement.payer();
        return payer == null ? null : payer.value();
    }

    private static @Nullable UUID invoice(Movement movement) {
        var invoice = movement.invoice();
        return invoice == null ? null : invoice.value();
    }

    private static CoinLot lot(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new CoinLot(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("charge_id", UUID.class),
                CoinKind.ofCode(row.getString("kind")),
                Money.of(row.getLong("amount"), currency),
                Money.of(row.getLong("remaining"), currency),
                row.getObject("charged_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static CoinUse use(ResultSet row) throws SQLException {
        return new CoinUse(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("id", UUID.class),
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                new InvoiceId(row.getObject("of_invoice_id", UUID.class)),
                new AccountId(row.getObject("lot_account_id", UUID.class)),
                row.getObject("lot_id", UUID.class),
                CoinKind.ofCode(row.getString("kind")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
