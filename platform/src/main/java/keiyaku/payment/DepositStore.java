package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of deposits: virtual accounts, what came into them, and what belongs to nobody yet. */
@Repository
class DepositStore {

    private static final String COLUMNS =
            "id, notice, number, amount, currency, payer, message, value_on, at";

    private final JdbcClient jdbc;

    DepositStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertNumber(String number, AccountId account) {
        jdbc.sql(
                        """
                        INSERT INTO payment.virtual_account (number, account_id) VALUES (?, ?)
                        ON CONFLICT DO NOTHING\
                        """)
                .params(number, account.value())
                .update();
    }

    /** Whose a number is, and for which transfer alone it was given out, if it was. */
    record Owner(AccountId account, @Nullable UUID transfer) {}

    Optional<Owner> owner(String number) {
        return jdbc.sql(
                        """
                        SELECT account_id, transfer_id FROM payment.virtual_account
                        WHERE number = ?\
                        """)
                .param(number)
                .query(
                        (row, i) ->
                                new Owner(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        row.getObject("transfer_id", UUID.class)))
                .optional();
    }

    /** False when the notice was posted for the account before. */
    boolean insert(AccountId account, Deposit deposit) {
        return jdbc.sql(
                                """
                                INSERT INTO payment.deposit (account_id, id, notice, number, amount,
                                  currency, payer, message, value_on, at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(
                                account.value(),
                                deposit.id(),
                                deposit.notice(),
                                deposit.number(),
                                deposit.amount().minor(),
                                deposit.amount().currency().getCurrencyCode(),
                                deposit.payer(),
                                deposit.message(),
                                deposit.valueOn(),
                                utc(deposit.at()))
                        .update()
                == 1;
    }

    /** Newest first. */
    List<Deposit> of(AccountId account, int limit) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                 FROM payment.deposit WHERE account_id = ?
                                ORDER BY id DESC LIMIT ?\
                                """)
                .params(account.value(), limit)
                .query((row, i) -> deposit(row))
                .list();
    }

    /** On the operators' list once, whatever is told twice. */
    void insertUnknown(Deposit deposit, String why) {
        jdbc.sql(
                        """
                        INSERT INTO payment.unknown_deposit (id, notice, why, number, amount,
                          currency, payer, message, value_on, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                        """)
                .params(
                        deposit.id(),
                        deposit.notice(),
                        why,
                        deposit.number(),
                        deposit.amount().minor(),
                        deposit.amount().currency().getCurrencyCode(),
                        deposit.payer(),
                        deposit.message(),
                        deposit.valueOn(),
                        utc(deposit.at()))
                .update();
    }

    boolean isUnknown(String notice) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM payment.unknown_deposit WHERE notice = ?)")
                .param(notice)
                .query(Boolean.class)
                .single();
    }

    /** What an operator has still to see to, the oldest first. */
    List<UnknownDeposit> unknown(int limit) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                , why FROM payment.unknown_deposit WHERE settled_at IS NULL
                                ORDER BY at, id LIMIT ?\
                                """)
                .param(limit)
                .query((row, i) -> new UnknownDeposit(deposit(row), row.getString("why")))
                .list();
    }

    Optional<UnknownDeposit> lockUnknown(UUID id) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                , why FROM payment.unknown_deposit
                                WHERE id = ? AND settled_at IS NULL FOR UPDATE\
                                """)
                .param(id)
                .query((row, i) -> new UnknownDeposit(deposit(row), row.getString("why")))
                .optional();
    }

    void settleUnknown(UUID id, @Nullable AccountId account, String by, Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment.unknown_deposit
                        SET assigned_to = :account, settled_by = :by, settled_at = :at
                        WHERE id = :id\
                        """)
                .param("account", account == null ? null : account.value())
                .param("by", by)
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    void insertReturn(AccountId account, UUID id, Money amount, String by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO payment.deposit_return (account_id, id, amount, currency, by, at)
                        VALUES (?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        account.value(),
                        id,
                        amount.minor(),
                        amount.currency().getCurrencyCode(),
                        by,
                        utc(at))
                .update();
    }

    /** Whether an operator has approved a business for deposits. */
    boolean isApproved(AccountId account) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM payment.approval WHERE account_id = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    void approve(AccountId account, String by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO payment.approval (account_id, approved_at, approved_by)
                        VALUES (?, ?, ?) ON CONFLICT DO NOTHING\
                        """)
                .params(account.value(), utc(at), by)
                .update();
    }

    private static Deposit deposit(ResultSet row) throws SQLException {
        return new Deposit(
                row.getObject("id", UUID.class),
                row.getString("notice"),
                row.getString("number"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("payer"),
                row.getString("message"),
                row.getObject("value_on", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
