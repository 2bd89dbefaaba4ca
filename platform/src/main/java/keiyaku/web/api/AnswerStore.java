package keiyaku.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import keiyaku.shared.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers by the keys of their requests. */
@Component
class AnswerStore {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request as far as it has to be the same: where it went, and what it said. */
    record Asked(AccountId account, String key, String path, byte[] bodyHash) {}

    /** A row: unanswered while status is null. */
    record Row(
            String path,
            byte[] bodyHash,
            Instant claimedAt,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String answer) {}

    /**
     * Whether the key was free; old answers of the account go at the same time. Others see the
     * claim at once, so it has a transaction of its own.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean claim(Asked asked, Instant now) {
        // Nothing is lost with a claim: what is done under it is written after it.
        jdbc.sql("SET LOCAL synchronous_commit = off").update();
        jdbc.sql("DELETE FROM web.api_answer WHERE account_id = ? AND claimed_at < ?")
                .params(asked.account().value(), now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql(
                                """
                                INSERT INTO web.api_answer
                                  (account_id, key, path, body_hash, claimed_at)
                                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(
                                asked.account().value(),
                                asked.key(),
                                asked.path(),
                                asked.bodyHash(),
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes over a claim that got no answer in time; false when somebody else did. */
    boolean takeOver(Asked asked, Instant claimedAt, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE web.api_answer SET claimed_at = ?
                                WHERE account_id = ? AND key = ? AND claimed_at = ?
                                  AND status IS NULL\
                                """)
                        .params(
                                now.atOffset(ZoneOffset.UTC),
                                asked.account().value(),
                                asked.key(),
                                claimedAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Row> find(Asked asked) {
        return jdbc.sql(
                        """
                        SELECT path, body_hash, claimed_at, status, content_type, answer
                        FROM web.api_answer WHERE account_id = ? AND key = ?\
                        """)
                .params(asked.account().value(), asked.key())
                .query(
                        (row, i) ->
                                new Row(
                                        row.getString("path"),
                                        row.getBytes("body_hash"),
                                        row.getObject("claimed_at", java.time.OffsetDateTime.class)
                                                .toInstant(),
                                        row.getObject("status", Integer.class),
                                        row.getString("content_type"),
                                        row.getString("answer")))
                .optional();
    }

    /** Keeps the answer of a claim; false when the claim was taken over meanwhile. */
    boolean answer(Asked asked, Instant claimedAt, Answer answer) {
        return jdbc.sql(
                                """
                                UPDATE web.api_answer SET status = ?, content_type = ?, answer = ?
                                WHERE account_id = ? AND key = ? AND claimed_at = ?
                                  AND status IS NULL\
                                """)
                        .params(
                                answer.status(),
                                answer.contentType(),
                                answer.body(),
                                asked.account().value(),
                                asked.key(),
                                claimedAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void release(Asked asked, Instant claimedAt) {
        jdbc.sql(
                        """
                        DELETE FROM web.api_answer
                        WHERE account_id = ? AND key = ? AND claimed_at = ? AND status IS NULL\
                        """)
                .params(asked.account().value(), asked.key(), claimedAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
