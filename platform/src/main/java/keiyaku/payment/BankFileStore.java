package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.run.DueWork.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of files to and from the bank, and of the debits that stand in them. */
@Repository
class BankFileStore {

    static final String OUT = "out";
    static final String IN = "in";

    /** The row whose next instant is when the bank is asked for news; there is one. */
    static final long LOOK = 0;

    private final JdbcClient jdbc;

    BankFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file as it was; its number is ours on the way out, the bank's on the way in. */
    record BankFile(
            String direction,
            long number,
            String kind,
            byte[] content,
            String state,
            @Nullable String reason,
            Instant at) {}

    /** Where a debit stands: line of a file of ours. */
    record Place(long file, int line) {}

    long nextNumber() {
        return jdbc.sql(
                        """
                        SELECT coalesce(max(number), 0) + 1 FROM payment.bank_file
                        WHERE direction = 'out'\
                        """)
                .query(Long.class)
                .single();
    }

    /** The last of the bank's files that we have. */
    long lastIn() {
        return jdbc.sql(
                        """
                        SELECT coalesce(max(number), 0) FROM payment.bank_file
                        WHERE direction = 'in'\
                        """)
                .query(Long.class)
                .single();
    }

    /** False when it is there already. */
    boolean insert(BankFile file, @Nullable Instant next) {
        return jdbc.sql(
                                """
                                INSERT INTO payment.bank_file
                                  (direction, number, kind, content, state, reason, at, next_at)
                                VALUES (:direction, :number, :kind, :content, :state, :reason, :at,
                                        :next)
                                ON CONFLICT DO NOTHING\
                                """)
                        .param("direction", file.direction())
                        .param("number", file.number())
                        .param("kind", file.kind())
                        .param("content", file.content())
                        .param("state", file.state())
                        .param("reason", file.reason())
                        .param("at", utc(file.at()))
                        .param("next", next == null ? null : utc(next))
                        .update()
                == 1;
    }

    void update(BankFile file, String state, @Nullable String reason, @Nullable Instant next) {
        jdbc.sql(
                        """
                        UPDATE payment.bank_file SET state = :state, reason = :reason,
                               next_at = :next
                        WHERE direction = :direction AND number = :number\
                        """)
                .param("state", state)
                .param("reason", reason)
                .param("next", next == null ? null : utc(next))
                .param("direction", file.direction())
                .param("number", file.number())
                .update();
    }

    Optional<BankFile> find(String direction, long number) {
        return jdbc.sql(
                        """
                        SELECT direction, number, kind, content, state, reason, at
                        FROM payment.bank_file WHERE direction = ? AND number = ?\
                        """)
                .params(direction, number)
                .query((row, i) -> file(row))
                .optional();
    }

    /** Files from the bank that were refused, the latest first. */
    List<BankFile> refused(int limit) {
        return jdbc.sql(
                        """
                        SELECT direction, number, kind, content, state, reason, at
                        FROM payment.bank_file WHERE state = 'refused'
                        ORDER BY at DESC LIMIT ?\
                        """)
                .param(limit)
                .query((row, i) -> file(row))
                .list();
    }

    Optional<Instant> next() {
        return jdbc.sql("SELECT min(next_at) FROM payment.bank_file WHERE next_at IS NOT NULL")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<Subject> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT direction, number FROM payment.bank_file
                        WHERE next_at <= :now ORDER BY next_at, number LIMIT :limit\
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, i) -> subject(row.getString("direction"), row.getLong("number")))
                .list();
    }

    static Subject subject(String direction, long number) {
        return new Subject(new UUID(0, direction.equals(OUT) ? 1 : 2), new UUID(0, number));
    }

    static String direction(Subject subject) {
        return subject.account().getLeastSignificantBits() == 1 ? OUT : IN;
    }

    static long number(Subject subject) {
        return subject.id().getLeastSignificantBits();
    }

    Optional<Instant> nextSend() {
        return jdbc.sql("SELECT min(send_at) FROM payment.payment WHERE send_at IS NOT NULL")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<Subject> toSend(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT account_id, id FROM payment.payment
                        WHERE send_at <= :now ORDER BY send_at, id LIMIT :limit\
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query(
                        (row, i) ->
                                new Subject(
                                        row.getObject("account_id", UUID.class),
                                        row.getObject("id", UUID.class)))
                .list();
    }

    /** Takes those still to be sent and in nobody else's hands; with the day of their debit. */
    List<ToSend> lockToSend(List<Subject> subjects, Instant now) {
        return jdbc.sql(
                        """
                        SELECT account_id, id, debit_on FROM payment.payment
                        WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                          AND send_at <= :now AND state = 'sent'
                        ORDER BY debit_on, id FOR UPDATE SKIP LOCKED\
                        """)
                .param("accounts", UuidArray.of(subjects, Subject::account))
                .param("ids", UuidArray.of(subjects, Subject::id))
                .param("now", utc(now))
                .query(
                        (row, i) ->
                                new ToSend(
                                        row.getObject("account_id", UUID.class),
                                        row.getObject("id", UUID.class),
                                        row.getObject("debit_on", LocalDate.class)))
                .list();
    }

    /** A debit that is due to be asked for. */
    record ToSend(UUID account, UUID payment, LocalDate on) {}

    void placed(ToSend debit, @Nullable Place place) {
        jdbc.sql(
                        """
                        UPDATE payment.payment
                        SET send_at = NULL, file_number = :file, file_line = :line
                        WHERE account_id = :account AND id = :id\
                        """)
                .param("file", place == null ? null : place.file())
                .param("line", place == null ? null : place.line())
                .param("account", debit.account())
                .param("id", debit.payment())
                .update();
    }

    /** Of the methods of payments those by which something was collected before. */
    Set<UUID> collectedBy(Collection<Payment> payments) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT DISTINCT method_id FROM payment.payment
                                WHERE account_id = ANY(:accounts) AND method_id = ANY(:methods)
                                  AND state = 'captured'\
                                """)
                        .param("accounts", UuidArray.of(payments, p -> p.account().value()))
                        .param(
                                "methods",
                                UuidArray.of(
                                        payments.stream()
                                                .map(Payment::paidBy)
                                                .filter(Objects::nonNull)
                                                .toList(),
                                        by -> by.method().value()))
                        .query(UUID.class)
                        .list());
    }

    /** The debits of a request file, by their lines. */
    Map<Integer, Subject> inFile(long number) {
        var lines = new HashMap<Integer, Subject>();
        jdbc.sql("SELECT file_line, account_id, id FROM payment.payment WHERE file_number = ?")
                .param(number)
                .query(
                        row -> {
                            lines.put(
                                    row.getInt("file_line"),
                                    new Subject(
                                            row.getObject("account_id", UUID.class),
                                            row.getObject("id", UUID.class)));
                        });
        return lines;
    }

    void parkSend(Subject subject, @Nullable String reason, @Nullable Instant sendAt) {
        jdbc.sql(
                        """
                        UPDATE payment.payment SET send_at = :at, parked = :reason
                        WHERE account_id = :account AND id = :id AND state = 'sent'\
                        """)
                .param("at", sendAt == null ? null : utc(sendAt))
                .param("reason", reason)
                .param("account", subject.account())
                .param("id", subject.id())
                .update();
    }

    private static BankFile file(ResultSet row) throws SQLException {
        return new BankFile(
                row.getString("direction"),
                row.getLong("number"),
                row.getString("kind"),
                row.getBytes("content"),
                row.getString("state"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
