package keiyaku.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of notification. */
@Repository
class NotificationStore {

    private final JdbcClient jdbc;
    private final DueStore due;
    private final Bulk bulk;

    NotificationStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        due = new DueStore(jdbc, "notification.message", "message_id", "due_at");
        this.bulk = bulk;
    }

    DueStore due() {
        return due;
    }

    /** A row before it is written. */
    record NewMessage(UUID id, Channel channel, NotificationRequest request, Instant at) {
        @Nullable String address() {
            var to = request.to();
            return to == null ? null : to.address();
        }

        @Nullable String language() {
            var to = request.to();
            return to == null ? null : to.language().tag();
        }
    }

    void insert(List<NewMessage> messages) {
        bulk.insert(
                "notification.message",
                messages,
                Column.uuid("account_id", m -> m.request().account().value()),
                Column.uuid("message_id", NewMessage::id),
                Column.text("channel", m -> m.channel().code()),
                Column.text("template", m -> m.request().template()),
                Column.of("facts", "jsonb", m -> Facts.encode(m.request().facts())),
                Column.text("to_address", NewMessage::address),
                Column.text("language", NewMessage::language),
                Column.text("state", m -> "waiting"),
                Column.of("attempts", "integer", m -> 0),
                Column.of("due_at", "timestamptz", NewMessage::at),
                Column.of("created_at", "timestamptz", NewMessage::at));
    }

    /** Takes those still due for one attempt; others see them as due again only at the lease. */
    List<OutgoingMessage> claim(List<Subject> subjects, Instant now, Instant lease) {
        return jdbc.sql(
                        """
                        UPDATE notification.message
                        SET due_at = :lease, attempts = attempts + 1
                        WHERE account_id = ANY(:accounts) AND message_id = ANY(:messages)
                          AND state = 'waiting' AND due_at <= :now
                        RETURNING account_id, message_id, channel, template, facts, to_address,
                                  language, attempts
                        """)
                .param("lease", utc(lease))
                .param("now", utc(now))
                .param("accounts", UuidArray.of(subjects, Subject::account))
                .param("messages", UuidArray.of(subjects, Subject::id))
                .query((row, n) -> outgoing(row))
                .list();
    }

    private static OutgoingMessage outgoing(ResultSet row) throws SQLException {
        var address = row.getString("to_address");
        var language = row.getString("language");
        return new OutgoingMessage(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("message_id", UUID.class),
                Channel.ofCode(row.getString("channel")),
                row.getString("template"),
                row.getString("facts"),
                address == null
                        ? null
                        : new Recipient(address, Language.ofTag(language).orElseThrow()),
                row.getInt("attempts"));
    }

    /** Nothing more to do with it; facts that are secrets leave the row. */
    void finish(OutgoingMessage message, Delivery.State state, @Nullable String why, Instant at) {
        jdbc.sql(
                        """
                        UPDATE notification.message
                        SET state = :state, due_at = NULL, done_at = :at, reason = :why,
                            facts = (SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}')
                                     FROM jsonb_each(facts) AS f(key, value)
                                     WHERE jsonb_typeof(f.value) <> 'object'
                                        OR (f.value -> 'secret' IS NULL
                                            AND f.value -> 'once' IS NULL))
                        WHERE account_id = :account AND message_id = :id AND state = 'waiting'
                        """)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("at", utc(at))
                .param("why", why)
                .param("account", message.account().value())
                .param("id", message.id())
                .update();
    }

    void again(OutgoingMessage message, String why, Instant at) {
        jdbc.sql(
                        """
                        UPDATE notification.message SET due_at = :at, reason = :why
                        WHERE account_id = :account AND message_id = :id AND state = 'waiting'
                        """)
                .param("at", utc(at))
                .param("why", why)
                .param("account", message.account().value())
                .param("id", message.id())
                .update();
    }

    void park(Subject subject, String why) {
        jdbc.sql(
                        """
                        UPDATE notification.message
                        SET state = 'parked', due_at = NULL, reason = :why
                        WHERE account_id = :account AND message_id = :id AND state = 'waiting'
                        """)
                .param("why", why)
                .param("account", subject.account())
                .param("id", subject.id())
                .update();
    }

    void unpark(Subject subject, Instant due) {
        jdbc.sql(
                        """
                        UPDATE notification.message
                        SET state = 'waiting', due_at = :due, reason = NULL
                        WHERE account_id = :account AND message_id = :id AND state = 'parked'
                        """)
                .param("due", OffsetDateTime.ofInstant(due, ZoneOffset.UTC))
                .param("account", subject.account())
                .param("id", subject.id())
                .update();
    }

    Optional<Delivery> delivery(AccountId account, UUID message) {
        return jdbc.sql(
                        """
                        SELECT message_id, channel, template, state, created_at, reason
                        FROM notification.message
                        WHERE account_id = :account AND message_id = :message
                        """)
                .param("account", account.value())
                .param("message", message)
                .query((row, n) -> delivery(row))
                .optional();
    }

    List<Delivery> latest(AccountId account, int limit) {
        return jdbc.sql(
                        """
                        SELECT message_id, channel, template, state, created_at, reason
                        FROM notification.message
                        WHERE account_id = :account ORDER BY message_id DESC LIMIT :limit
                        """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, n) -> delivery(row))
                .list();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("message_id", UUID.class),
                Channel.ofCode(row.getString("channel")),
                row.getString("template"),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
