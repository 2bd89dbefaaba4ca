package keiyaku.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was redeemed, single-use codes, and guesses. */
@Component
class CouponStore {

    private final JdbcClient jdbc;
    private final Bulk bulk;

    CouponStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** A single-use code: which coupon's, and whether it was redeemed. */
    record Code(String hash, String coupon, boolean redeemed) {}

    int redeemedBy(AccountId account, String coupon) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM value.redemption
                        WHERE account_id = ? AND coupon = ?\
                        """)
                .params(account.value(), coupon)
                .query(Integer.class)
                .single();
    }

    /** The key refuses a second redemption of one occurrence, however close they come. */
    void redeemed(AccountId account, String coupon, int occurrence, UUID grant, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO value.redemption
                          (account_id, coupon, occurrence, grant_id, at)
                        VALUES (?, ?, ?, ?, ?)\
                        """)
                .params(account.value(), coupon, occurrence, grant, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counts one more use by all members; gives how many there are now. Locked to the commit. */
    long countUse(String coupon) {
        return jdbc.sql(
                        """
                        INSERT INTO value.coupon_use AS u (coupon, uses) VALUES (?, 1)
                        ON CONFLICT (coupon) DO UPDATE SET uses = u.uses + 1 RETURNING uses\
                        """)
                .param(coupon)
                .query(Long.class)
                .single();
    }

    void insertBatch(UUID id, String coupon, List<String> hashes, Instant at, String by) {
        jdbc.sql(
                        """
                        INSERT INTO value.coupon_batch (id, coupon, codes, made_at, made_by)
                        VALUES (?, ?, ?, ?, ?)\
                        """)
                .params(id, coupon, hashes.size(), at.atOffset(ZoneOffset.UTC), by)
                .update();
        bulk.insert(
                "value.coupon_code",
                hashes,
                Column.text("hash", h -> h),
                Column.uuid("batch_id", h -> id));
    }

    /** A single-use code, locked until the commit. */
    Optional<Code> lockCode(String hash) {
        return jdbc.sql(
                        """
                        SELECT c.hash, b.coupon, c.redeemed_by IS NOT NULL AS redeemed
                        FROM value.coupon_code c JOIN value.coupon_batch b ON b.id = c.batch_id
                        WHERE c.hash = ? FOR UPDATE OF c\
                        """)
                .param(hash)
                .query(
                        (row, i) ->
                                new Code(
                                        row.getString("hash"),
                                        row.getString("coupon"),
                                        row.getBoolean("redeemed")))
                .optional();
    }

    void codeRedeemed(String hash, AccountId by, Instant at) {
        jdbc.sql(
                        """
                        UPDATE value.coupon_code SET redeemed_by = ?, redeemed_at = ?
                        WHERE hash = ? AND redeemed_by IS NULL\
                        """)
                .params(by.value(), at.atOffset(ZoneOffset.UTC), hash)
                .update();
    }

    /** Unknown codes that an account has entered since an instant. */
    record Guesses(int failures, Instant since) {}

    Optional<Guesses> guesses(AccountId account) {
        return jdbc.sql("SELECT failures, since FROM value.coupon_guess WHERE account_id = ?")
                .param(account.value())
                .query((row, i) -> guesses(row))
                .optional();
    }

    /** Counts one more; those from before an instant are forgotten. */
    void guessed(AccountId account, Instant now, Instant forgotten) {
        jdbc.sql(
                        """
                        INSERT INTO value.coupon_guess AS g (account_id, failures, since)
                        VALUES (:account, 1, :now)
                        ON CONFLICT (account_id) DO UPDATE SET
                          failures = CASE WHEN g.since < :forgotten THEN 1
                                          ELSE g.failures + 1 END,
                          since = CASE WHEN g.since < :forgotten THEN :now ELSE g.since END\
                        """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("forgotten", forgotten.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Guesses guesses(ResultSet row) throws SQLException {
        return new Guesses(
                row.getInt("failures"), row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
