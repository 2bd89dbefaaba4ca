package keiyaku.provisioning;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL that only reads: for pages, operators and verify. */
@Repository
class ProvisioningViewStore {

    private final JdbcClient jdbc;

    ProvisioningViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ContractId, ProvisioningState> states(AccountId account, Collection<ContractId> contracts) {
        var states = new HashMap<ContractId, ProvisioningState>();
        jdbc.sql(
                        """
                        SELECT contract_id, told, confirmed, dead_at IS NOT NULL AS dead
                        FROM provisioning.line
                        WHERE account_id = :account AND contract_id = ANY(:contracts)
                        """)
                .param("account", account.value())
                .param("contracts", UuidArray.of(contracts, ContractId::value))
                .query(
                        row -> {
                            states.put(
                                    new ContractId(row.getObject(1, UUID.class)),
                                    new ProvisioningState(
                                            row.getLong("told"),
                                            row.getLong("confirmed"),
                                            row.getBoolean("dead")));
                        });
        return states;
    }

    List<DeadLetter> deadLetters(int limit) {
        return jdbc.sql(
                        """
                        SELECT l.account_id, l.contract_id, t.sequence, t.type, t.product,
                               l.attempts, l.dead_at, l.reason
                        FROM provisioning.line l JOIN provisioning.task t
                          ON t.account_id = l.account_id AND t.contract_id = l.contract_id
                         AND t.sequence = l.confirmed + 1
                        WHERE l.dead_at IS NOT NULL
                        ORDER BY l.dead_at DESC, l.account_id, l.contract_id LIMIT :limit
                        """)
                .param("limit", limit)
                .query(
                        (row, n) ->
                                new DeadLetter(
                                        new AccountId(row.getObject(1, UUID.class)),
                                        new ContractId(row.getObject(2, UUID.class)),
                                        row.getLong("sequence"),
                                        ProvisioningTask.Type.of(row.getString("type")),
                                        row.getString("product"),
                                        row.getInt("attempts"),
                                        row.getTimestamp("dead_at").toInstant(),
                                        row.getString("reason")))
                .list();
    }

    long countTasks() {
        return jdbc.sql("SELECT count(*) FROM provisioning.task").query(Long.class).single();
    }

    /** Contracts whose line is not what their tasks say; both are compared within an account. */
    Stream<ContractId> broken() {
        return jdbc
                .sql(
                        """
                        SELECT contract_id FROM (
                          SELECT l.account_id, l.contract_id,
                                 l.told = count(t.sequence)
                                 AND l.told = coalesce(max(t.sequence), 0)
                                 AND l.confirmed = count(t.confirmed_at)
                                 AND l.confirmed = coalesce(max(t.sequence)
                                   FILTER (WHERE t.confirmed_at IS NOT NULL), 0) AS follows
                          FROM provisioning.line l
                          LEFT JOIN provisioning.task t
                            ON t.account_id = l.account_id AND t.contract_id = l.contract_id
                          GROUP BY l.account_id, l.contract_id) compared
                        WHERE NOT follows
                        """)
                .query((row, n) -> new ContractId(row.getObject(1, UUID.class)))
                .stream();
    }
}
