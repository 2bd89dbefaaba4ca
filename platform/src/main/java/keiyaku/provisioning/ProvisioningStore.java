package keiyaku.provisioning;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of provisioning. A line's row is locked by whoever lengthens or shortens it. */
@Repository
class ProvisioningStore {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DueStore due;
    private final Bulk bulk;

    ProvisioningStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        due = new DueStore(jdbc, "provisioning.line", "contract_id", "due_at");
        this.bulk = bulk;
    }

    DueStore due() {
        return due;
    }

    /** A task in this process's hands, and which attempt it is, from 1. */
    record Claimed(StoredTask stored, int attempt) {}

    /** Makes each contract's line as much longer as it has tasks here; gives the new lengths. */
    Map<ContractId, Long> lengthen(List<ProvisioningTask> tasks, Instant now) {
        var counts =
                tasks.stream()
                        .collect(
                                Collectors.groupingBy(
                                        task ->
                                                new Subject(
                                                        task.account().value(),
                                                        task.contract().value()),
                                        Collectors.counting()));
        // Always locked in the same order, so that two callers cannot wait for each other.
        var lines =
                counts.keySet().stream()
                        .sorted(Comparator.comparing(Subject::account).thenComparing(Subject::id))
                        .toList();
        var lengths = new HashMap<ContractId, Long>();
        jdbc.sql(
                        """
                        INSERT INTO provisioning.line AS l
                          (account_id, contract_id, told, confirmed, attempts, due_at)
                        SELECT account_id, contract_id, told, 0, 0, :now
                        FROM unnest(:accounts, :contracts, :counts) AS v
                          (account_id, contract_id, told)
                        ON CONFLICT (account_id, contract_id) DO UPDATE
                        SET told = l.told + excluded.told,
                            due_at = CASE WHEN l.dead_at IS NULL
                                     THEN coalesce(l.due_at, excluded.due_at) END
                        RETURNING contract_id, told
                        """)
                .param("now", Timestamp.from(now))
                .param("accounts", UuidArray.of(lines, Subject::account))
                .param("contracts", UuidArray.of(lines, Subject::id))
                .param("counts", lines.stream().map(counts::get).toArray(Long[]::new))
                .query(
                        row -> {
                            var contract = new ContractId(row.getObject(1, UUID.class));
                            lengths.put(contract, row.getLong(2));
                        });
        return lengths;
    }

    void insert(List<StoredTask> tasks, Instant now) {
        bulk.insert(
                "provisioning.task",
                tasks,
                Column.uuid("account_id", row -> row.task().account().value()),
                Column.uuid("contract_id", row -> row.task().contract().value()),
                Column.bigint("sequence", StoredTask::sequence),
                Column.uuid("task_id", StoredTask::id),
                Column.text("type", row -> row.task().type().tag()),
                Column.text("product", row -> row.task().product()),
                Column.of(
                        "data",
                        "jsonb",
                        row -> JsonMapper.shared().writeValueAsString(row.task().data())),
                Column.of("created_at", "timestamptz", row -> now));
    }

    /** Takes the lines that are still due and in nobody's hands, until the lease ends. */
    List<Claimed> claim(List<Subject> lines, Instant now, Instant lease) {
        return jdbc.sql(
                        """
                        WITH free AS (
                          SELECT account_id, contract_id FROM provisioning.line
                          WHERE account_id = ANY(:accounts) AND contract_id = ANY(:contracts)
                            AND due_at <= :now
                          FOR UPDATE SKIP LOCKED),
                        taken AS (
                          UPDATE provisioning.line l
                          SET due_at = :lease, attempts = l.attempts + 1
                          FROM free f
                          WHERE l.account_id = f.account_id AND l.contract_id = f.contract_id
                            AND l.account_id = ANY(:accounts)
                          RETURNING l.account_id, l.contract_id, l.confirmed, l.attempts)
                        SELECT t.account_id, t.contract_id, t.sequence, t.task_id, t.type,
                               t.product, t.data, l.attempts
                        FROM taken l JOIN provisioning.task t
                          ON t.account_id = l.account_id AND t.contract_id = l.contract_id
                         AND t.sequence = l.confirmed + 1
                        WHERE t.account_id = ANY(:accounts)
                        """)
                .param("accounts", UuidArray.of(lines, Subject::account))
                .param("contracts", UuidArray.of(lines, Subject::id))
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(lease))
                .query(
                        (row, n) ->
                                new Claimed(
                                        new StoredTask(
                                                row.getObject("task_id", UUID.class),
                                                row.getLong("sequence"),
                                                new ProvisioningTask(
                                                        account(row.getObject(1, UUID.class)),
                                                        contract(row.getObject(2, UUID.class)),
                                                        ProvisioningTask.Type.of(
                                                                row.getString("type")),
                                                        row.getString("product"),
                                                        JsonMapper.shared()
                                                                .readValue(
                                                                        row.getString("data"),
                                                                        DATA))),
                                        row.getInt("attempts")))
                .list();
    }

    /** Locks lines in the order in which all lock them, so that none wait for each other. */
    void lock(List<StoredTask> tasks) {
        jdbc.sql(
                        """
                        SELECT 1 FROM provisioning.line
                        WHERE account_id = ANY(:accounts) AND contract_id = ANY(:contracts)
                        ORDER BY account_id, contract_id FOR UPDATE
                        """)
                .param("accounts", UuidArray.of(tasks, row -> row.task().account().value()))
                .param("contracts", UuidArray.of(tasks, row -> row.task().contract().value()))
                .query(Integer.class)
                .list();
    }

    /** The tasks are done; what stands behind them is due at once. */
    void confirm(List<StoredTask> tasks, Instant now) {
        jdbc.sql(
                        """
                        WITH done AS (
                          SELECT account_id, contract_id, sequence
                          FROM unnest(:accounts, :contracts, :sequences) AS v
                            (account_id, contract_id, sequence)),
                        shortened AS (
                          UPDATE provisioning.line l
                          SET confirmed = d.sequence, attempts = 0, reason = NULL,
                              due_at = CASE WHEN l.told > d.sequence THEN :now::timestamptz END
                          FROM done d
                          WHERE l.account_id = d.account_id AND l.contract_id = d.contract_id
                            AND l.confirmed = d.sequence - 1 AND l.dead_at IS NULL
                            AND l.account_id = ANY(:accounts)
                          RETURNING l.account_id, l.contract_id, l.confirmed)
                        UPDATE provisioning.task t SET confirmed_at = :now::timestamptz
                        FROM shortened s
                        WHERE t.account_id = s.account_id AND t.contract_id = s.contract_id
                          AND t.sequence = s.confirmed AND t.account_id = ANY(:accounts)
                        """)
                .param("accounts", UuidArray.of(tasks, row -> row.task().account().value()))
                .param("contracts", UuidArray.of(tasks, row -> row.task().contract().value()))
                .param("sequences", tasks.stream().map(StoredTask::sequence).toArray(Long[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    void postpone(StoredTask stored, String reason, Instant due) {
        jdbc.sql(
                        """
                        UPDATE provisioning.line SET due_at = :due, reason = :reason
                        WHERE account_id = :account AND contract_id = :contract
                          AND confirmed = :sequence - 1 AND dead_at IS NULL
                        """)
                .param("due", Timestamp.from(due))
                .param("reason", reason)
                .param("account", stored.task().account().value())
                .param("contract", stored.task().contract().value())
                .param("sequence", stored.sequence())
                .update();
    }

    void bury(AccountId account, ContractId contract, String reason, Instant now) {
        jdbc.sql(
                        """
                        UPDATE provisioning.line
                        SET due_at = NULL, dead_at = :now, reason = :reason
                        WHERE account_id = :account AND contract_id = :contract
                          AND confirmed < told AND dead_at IS NULL
                        """)
                .param("now", Timestamp.from(now))
                .param("reason", reason)
                .param("account", account.value())
                .param("contract", contract.value())
                .update();
    }

    int revive(AccountId account, ContractId contract, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE provisioning.line
                        SET due_at = :now, dead_at = NULL, attempts = 0, reason = NULL
                        WHERE account_id = :account AND contract_id = :contract
                          AND dead_at IS NOT NULL
                        """)
                .param("now", Timestamp.from(now))
                .param("account", account.value())
                .param("contract", contract.value())
                .update();
    }

    private static AccountId account(UUID id) {
        return new AccountId(id);
    }

    private static ContractId contract(UUID id) {
        return new ContractId(id);
    }
}
