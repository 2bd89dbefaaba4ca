package keiyaku.contract;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contracts with the days of their agreements, which stand in their changes. */
@Component
class UsedContractStore {

    private final JdbcClient jdbc;

    UsedContractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UsedContract> of(Collection<AccountId> accounts) {
        return jdbc.sql(
                        """
                        SELECT c.account_id, c.id, c.product, c.zone, c.applied_on,
                               array_agg(h.on_day ORDER BY h.seq)
                                 FILTER (WHERE h.type IN ('started', 'renewed')) AS agreed,
                               max(h.at) FILTER (WHERE h.type = 'ended') AS ended_at
                        FROM contract.contract c
                        JOIN contract.change h
                          ON h.account_id = c.account_id AND h.contract_id = c.id
                        WHERE c.account_id = ANY(:accounts) AND h.account_id = ANY(:accounts)
                          AND c.state <> 'awaiting-payment'
                        GROUP BY c.account_id, c.id
                        ORDER BY c.account_id, c.id\
                        """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .query((row, i) -> contract(row))
                .list();
    }

    private static UsedContract contract(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new UsedContract(
                new AccountId(row.getObject("account_id", UUID.class)),
                new ContractId(row.getObject("id", UUID.class)),
                row.getString("product"),
                ZoneId.of(row.getString("zone")),
                row.getObject("applied_on", LocalDate.class),
                days(row),
                ended == null ? null : ended.toInstant());
    }

    private static List<LocalDate> days(ResultSet row) throws SQLException {
        var agreed = row.getArray("agreed");
        return agreed == null
                ? List.of()
                : Arrays.stream((Date[]) agreed.getArray()).map(Date::toLocalDate).toList();
    }
}
