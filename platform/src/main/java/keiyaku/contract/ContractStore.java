package keiyaku.contract;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import keiyaku.billing.Charge;
import keiyaku.catalog.Billing;
import keiyaku.catalog.Catalog;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contracts as they are now. */
@Component
class ContractStore {

    private static final String SELECT =
            """
            SELECT account_id, id, product, plan, seats, region, platform, zone, state, applied_on,
                   trial_start, trial_end, currency, term_start, term_months, anchor_day, billing,
                   unit_price, monthly_unit_price, quantity, parts_charged, covered_start,
                   covered_end, covered_amount, reservations, ended_on, told_days_before, changes
            FROM contract.contract
            """;

    private final JdbcClient jdbc;
    private final DueStore due;
    private final Bulk bulk;
    private final HostingStore hosting;

    ContractStore(JdbcClient jdbc, Bulk bulk, HostingStore hosting) {
        this.jdbc = jdbc;
        due = new DueStore(jdbc, "contract.contract", "id", "next_at");
        this.bulk = bulk;
        this.hosting = hosting;
    }

    DueStore due() {
        return due;
    }

    /** A contract as it is written: with its currency, and when something happens to it next. */
    record Row(Contract contract, String currency, @Nullable Instant nextAt) {

        static Row of(Contract contract, String currency) {
            return new Row(contract, currency, Schedule.nextInstant(contract).orElse(null));
        }
    }

    void insert(List<Row> rows) {
        bulk.insert("contract.contract", rows, withNext(columns()));
    }

    /** Writes of each row as it was read what has become different in any of them. */
    void update(List<Row> read, List<Row> rows) {
        bulk.update("contract.contract", rows, withNext(Bulk.changed(read, rows, columns())));
    }

    /** Always written: what was parked has none in the table, whatever follows from it. */
    private static List<Column<Row>> withNext(List<Column<Row>> columns) {
        var all = new ArrayList<>(columns);
        all.add(Column.of("next_at", "timestamptz", Row::nextAt));
        return all;
    }

    private static List<Column<Row>> columns() {
        return List.of(
                Column.uuid("account_id", r -> r.contract().account().value()),
                Column.uuid("id", r -> r.contract().id().value()),
                Column.text("product", r -> r.contract().offer().product()),
                Column.text("plan", r -> r.contract().offer().plan()),
                Column.bigint("seats", r -> r.contract().offer().seats()),
                Column.text("region", r -> r.contract().offer().region()),
                Column.text("platform", r -> r.contract().offer().platform()),
                Column.text("zone", r -> r.contract().zone().getId()),
                Column.text("state", r -> r.contract().state().code()),
                Column.of("applied_on", "date", r -> r.contract().appliedOn()),
                Column.of("trial_start", "date", trial(p -> p.start())),
                Column.of("trial_end", "date", trial(p -> p.end())),
                Column.text("currency", Row::currency),
                Column.of("term_start", "date", agreed(Agreement::start)),
                Column.of("term_months", "integer", agreed(a -> a.term().months())),
                Column.of("anchor_day", "integer", agreed(a -> a.anchor().day())),
                Column.text("billing", agreed(a -> a.billing().code())),
                Column.of("unit_price", "bigint", agreed(a -> a.unitPrice().minor())),
                Column.of("monthly_unit_price", "bigint", agreed(ContractStore::monthly)),
                Column.of("quantity", "bigint", agreed(Agreement::quantity)),
                Column.of("parts_charged", "integer", agreed(Agreement::partsCharged)),
                Column.of("covered_start", "date", covered(c -> c.period().start())),
                Column.of("covered_end", "date", covered(c -> c.period().end())),
                Column.of("covered_amount", "bigint", covered(c -> c.charged().minor())),
                Column.of("reservations", "jsonb", ContractStore::reservations),
                Column.of("ended_on", "date", r -> r.contract().endedOn()),
                Column.of("told_days_before", "integer", r -> r.contract().toldDaysBefore()),
                Column.bigint("changes", r -> r.contract().changes()));
    }

    Optional<Contract> contract(AccountId account, ContractId id) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND id = ?")
                .params(account.value(), id.value())
                .query((row, i) -> ContractRows.contract(row))
                .optional()
                .map(contract -> hosting.fill(List.of(contract)).getFirst());
    }

    Optional<Contract> lock(AccountId account, ContractId id) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND id = ? FOR UPDATE")
                .params(account.value(), id.value())
                .query((row, i) -> ContractRows.contract(row))
                .optional()
                .map(contract -> hosting.fill(List.of(contract)).getFirst());
    }

    List<Contract> lock(Collection<AccountId> accounts, Collection<ContractId> ids) {
        var read =
                jdbc.sql(
                                SELECT
                                        + """
                                         WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                                        ORDER BY account_id, id FOR UPDATE\
                                        """)
                        .param("accounts", UuidArray.of(accounts, AccountId::value))
                        .param("ids", UuidArray.of(ids, ContractId::value))
                        .query((row, i) -> ContractRows.contract(row))
                        .list();
        return hosting.fill(read);
    }

    /** Those of the named that are suspended; locked. */
    List<Contract> lockSuspended(Collection<AccountId> accounts, Collection<ContractId> ids) {
        var read =
                jdbc.sql(
                                SELECT
                                        + """
                                         WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                                          AND state = :suspended
                                        ORDER BY account_id, id FOR UPDATE\
                                        """)
                        .param("accounts", UuidArray.of(accounts, AccountId::value))
                        .param("ids", UuidArray.of(ids, ContractId::value))
                        .param("suspended", ContractState.SUSPENDED.code())
                        .query((row, i) -> ContractRows.contract(row))
                        .list();
        return hosting.fill(read);
    }

    List<Contract> ofAccount(AccountId account) {
        var read =
                jdbc.sql(SELECT + " WHERE account_id = ? ORDER BY id DESC")
                        .param(account.value())
                        .query((row, i) -> ContractRows.contract(row))
                        .list();
        return hosting.fill(read);
    }

    Set<ContractId> running(AccountId account) {
        return jdbc.sql(
                        "SELECT id FROM contract.contract WHERE account_id = ? AND state <>"
                                + " 'ended'")
                .param(account.value())
                .query((row, i) -> new ContractId(row.getObject("id", UUID.class)))
                .set();
    }

    /** A note gave back of a charge: so much less can be given back of the same days later. */
    void lowerCovered(AccountId account, Charge givenBack) {
        jdbc.sql(
                        """
                        UPDATE contract.contract
                        SET covered_amount = greatest(covered_amount + :amount, 0)
                        WHERE account_id = :account AND id = :contract
                          AND covered_start = :start AND covered_end = :end\
                        """)
                .param("amount", givenBack.amount().minor())
                .param("account", account.value())
                .param("contract", Objects.requireNonNull(givenBack.contract()).value())
                .param("start", givenBack.period().start())
                .param("end", givenBack.period().end())
                .update();
    }

    List<Contract> lockDue(List<Subject> subjects, Instant now, Catalog catalog) {
        var read =
                jdbc.sql(
                                SELECT
                                        + """
                                         WHERE account_id = ANY(:accounts) AND id = ANY(:ids)
                                          AND next_at <= :now
                                        ORDER BY next_at, id FOR UPDATE SKIP LOCKED\
                                        """)
                        .param("accounts", UuidArray.of(subjects, Subject::account))
                        .param("ids", UuidArray.of(subjects, Subject::id))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query((row, i) -> ContractRows.contract(row))
                        .list();
        return hosting.fill(read, catalog);
    }

    private static Function<Row, @Nullable Object> trial(
            Function<keiyaku.shared.Period, Object> value) {
        return row -> {
            var trial = row.contract().trial();
            return trial == null ? null : value.apply(trial);
        };
    }

    private static Function<Row, @Nullable Object> agreed(
            Function<Agreement, @Nullable Object> value) {
        return row -> {
            var agreement = row.contract().agreement();
            return agreement == null ? null : value.apply(agreement);
        };
    }

    private static Function<Row, @Nullable Object> covered(Function<Coverage, Object> value) {
        return row -> {
            var coverage = row.contract().coverage();
            return coverage == null ? null : value.apply(coverage);
        };
    }

    private static @Nullable Object monthly(Agreement agreement) {
        Money monthly = agreement.monthlyUnitPrice();
        return monthly == null ? null : monthly.minor();
    }

    private static @Nullable Object reservations(Row row) {
        return ReservationsJson.write(row.contract().reservations());
    }

    static Billing billing(String code) {
        return code.equals(Billing.MONTHLY.code()) ? Billing.MONTHLY : Billing.UPFRONT;
    }
}
