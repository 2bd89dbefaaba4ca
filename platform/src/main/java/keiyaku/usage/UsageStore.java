package keiyaku.usage;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events, and their sums by day. */
@Component
class UsageStore {

    private static final Instant TIME_ZERO = Instant.parse("2000-01-01T00:00:00Z");
    private static final long DAY_ZERO = LocalDate.of(2000, 1, 1).toEpochDay();

    /**
     * Adds the events that are not there yet and raises the sums of their days. The sums are
     * touched last and in order, so that batches of one account wait for each other shortly and
     * never crosswise.
     */
    private static final String TAKE =
            """
            WITH fresh AS (
              INSERT INTO usage.event (account_id, id, contract_id, meter, day, at, quantity)
              SELECT v.account_id, v.id, v.contract_id, v.meter, date '2000-01-01' + v.day,
                     timestamptz '2000-01-01 00:00:00+00' + v.at * interval '1 microsecond',
                     v.quantity
              FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::int4[], ?::int8[],
                          ?::numeric[])
                   AS v(account_id, id, contract_id, meter, day, at, quantity)
              ON CONFLICT ON CONSTRAINT event_once DO NOTHING
              RETURNING account_id, contract_id, meter, day, quantity),
            summed AS (
              SELECT account_id, contract_id, meter, day, sum(quantity) AS quantity,
                     count(*) AS events
              FROM fresh GROUP BY account_id, contract_id, meter, day),
            kept AS (
              INSERT INTO usage.day AS d (account_id, contract_id, meter, day, quantity, events)
              SELECT account_id, contract_id, meter, day, quantity, events FROM summed
              ORDER BY account_id, day, contract_id, meter
              ON CONFLICT ON CONSTRAINT day_key DO UPDATE
              SET quantity = d.quantity + excluded.quantity, events = d.events + excluded.events)
            SELECT coalesce(sum(events), 0) FROM summed\
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    UsageStore(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** Uses in the order of account and id; gives how many were new. */
    long take(List<Use> uses) {
        var count =
                jdbc.execute(
                        (ConnectionCallback<Long>)
                                connection -> {
                                    try (var statement = connection.prepareStatement(TAKE)) {
                                        var columns = columns(connection, uses);
                                        for (int i = 0; i < columns.size(); i++) {
                                            statement.setArray(i + 1, columns.get(i));
                                        }
                                        try (var rows = statement.executeQuery()) {
                                            rows.next();
                                            return rows.getLong(1);
                                        }
                                    }
                                });
        return count == null ? 0 : count;
    }

    private static List<Array> columns(Connection connection, List<Use> uses) throws SQLException {
        return List.of(
                UuidArray.of(uses, u -> u.account().value()).array(connection),
                array(connection, "text", uses, String[]::new, Use::id),
                UuidArray.of(uses, u -> u.contract().value()).array(connection),
                array(connection, "text", uses, String[]::new, Use::meter),
                array(
                        connection,
                        "int4",
                        uses,
                        Integer[]::new,
                        u -> (int) (u.day().toEpochDay() - DAY_ZERO)),
                array(
                        connection,
                        "int8",
                        uses,
                        Long[]::new,
                        u -> ChronoUnit.MICROS.between(TIME_ZERO, u.at())),
                array(
                        connection,
                        "numeric",
                        uses,
                        String[]::new,
                        u -> u.quantity().toPlainString()));
    }

    private static <T> Array array(
            Connection connection,
            String type,
            List<Use> uses,
            IntFunction<T[]> made,
            Function<Use, T> value)
            throws SQLException {
        var cells = made.apply(uses.size());
        for (int i = 0; i < cells.length; i++) {
            cells[i] = value.apply(uses.get(i));
        }
        return connection.createArrayOf(type, cells);
    }

    /** Days of a contract, of which the month is one that is rated as a whole. */
    record Span(
            AccountId account,
            ContractId contract,
            YearMonth month,
            LocalDate first,
            LocalDate end) {}

    /** What was used of a meter in a month. */
    record Sum(ContractId contract, YearMonth month, String meter, BigDecimal quantity) {}

    List<Sum> sums(Collection<Span> spans) {
        if (spans.isEmpty()) {
            return List.of();
        }
        return client.sql(
                        """
                        SELECT v.contract_id, v.month, d.meter, sum(d.quantity) AS quantity
                        FROM unnest(:accounts, :contracts, :months, :firsts, :ends)
                               AS v(account_id, contract_id, month, first, "end")
                        JOIN usage.day d ON d.account_id = v.account_id
                         AND d.contract_id = v.contract_id
                         AND d.day >= v.first AND d.day < v."end"
                        WHERE d.account_id = ANY(:accounts)
                        GROUP BY v.contract_id, v.month, d.meter\
                        """)
                .param("accounts", UuidArray.of(spans, s -> s.account().value()))
                .param("contracts", UuidArray.of(spans, s -> s.contract().value()))
                .param("months", cells(spans, java.sql.Date[]::new, s -> date(s.month().atDay(1))))
                .param("firsts", cells(spans, java.sql.Date[]::new, s -> date(s.first())))
                .param("ends", cells(spans, java.sql.Date[]::new, s -> date(s.end())))
                .query(
                        (row, i) ->
                                new Sum(
                                        new ContractId(row.getObject("contract_id", UUID.class)),
                                        YearMonth.from(row.getObject("month", LocalDate.class)),
                                        row.getString("meter"),
                                        row.getBigDecimal("quantity")))
                .list();
    }

    /** What was used of a meter on a day. */
    record DaySum(
            ContractId contract, LocalDate day, String meter, BigDecimal quantity, long events) {}

    /** In order of days. */
    List<DaySum> days(AccountId account, LocalDate first, LocalDate end) {
        return client.sql(
                        """
                        SELECT contract_id, day, meter, quantity, events FROM usage.day
                        WHERE account_id = :account AND day >= :first AND day < :end
                        ORDER BY day, contract_id, meter\
                        """)
                .param("account", account.value())
                .param("first", first)
                .param("end", end)
                .query(
                        (row, i) ->
                                new DaySum(
                                        new ContractId(row.getObject("contract_id", UUID.class)),
                                        row.getObject("day", LocalDate.class),
                                        row.getString("meter"),
                                        row.getBigDecimal("quantity"),
                                        row.getLong("events")))
                .list();
    }

    private static java.sql.Date date(LocalDate day) {
        return java.sql.Date.valueOf(day);
    }

    private static <S, T> T[] cells(
            Collection<S> rows, IntFunction<T[]> made, Function<S, T> value) {
        return rows.stream().map(value).toArray(made);
    }
}
