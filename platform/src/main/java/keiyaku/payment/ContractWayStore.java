package keiyaku.payment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what contracts are paid by. */
@Repository
class ContractWayStore {

    private final JdbcClient jdbc;

    ContractWayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void choose(AccountId account, ContractId contract, MethodKind kind, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO payment.contract_way (account_id, contract_id, kind, chosen_at)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (account_id, contract_id)
                        DO UPDATE SET kind = excluded.kind, chosen_at = excluded.chosen_at\
                        """)
                .params(account.value(), contract.value(), kind.code(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(AccountId account, ContractId contract) {
        jdbc.sql("DELETE FROM payment.contract_way WHERE account_id = ? AND contract_id = ?")
                .params(account.value(), contract.value())
                .update();
    }

    /** Contracts that are paid by the default method are missing. */
    Map<ContractId, MethodKind> of(Collection<AccountId> accounts) {
        var ways = new HashMap<ContractId, MethodKind>();
        jdbc.sql(
                        """
                        SELECT contract_id, kind FROM payment.contract_way
                        WHERE account_id = ANY(:accounts)\
                        """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .query(
                        row -> {
                            ways.put(
                                    new ContractId(row.getObject("contract_id", UUID.class)),
                                    MethodKind.ofCode(row.getString("kind")));
                        });
        return ways;
    }
}
