package keiyaku.contract;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happened to contracts; only ever added to. */
@Component
class ChangeStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Bulk bulk;

    ChangeStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    void insert(List<Change> changes) {
        bulk.insert(
                "contract.change",
                changes,
                Column.uuid("account_id", c -> c.account().value()),
                Column.uuid("contract_id", c -> c.contract().value()),
                Column.bigint("seq", Change::seq),
                Column.text("type", Change::type),
                Column.text("from_state", ChangeStore::from),
                Column.text("to_state", c -> c.to().code()),
                Column.of("on_day", "date", Change::on),
                Column.of("at", "timestamptz", Change::at),
                Column.text("by_actor", Change::by),
                Column.of("details", "jsonb", c -> JSON.writeValueAsString(c.details())));
    }

    /** In the order in which they happened. */
    List<Change> of(AccountId account, ContractId contract) {
        return jdbc.sql(
                        """
                        SELECT seq, type, from_state, to_state, on_day, at, by_actor, details
                        FROM contract.change WHERE account_id = ? AND contract_id = ?
                        ORDER BY seq\
                        """)
                .params(account.value(), contract.value())
                .query(
                        (row, i) -> {
                            var from = row.getString("from_state");
                            return new Change(
                                    account,
                                    contract,
                                    row.getLong("seq"),
                                    row.getString("type"),
                                    from == null ? null : ContractState.ofCode(from),
                                    ContractState.ofCode(row.getString("to_state")),
                                    row.getObject("on_day", LocalDate.class),
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    row.getString("by_actor"),
                                    details(row.getString("details")));
                        })
                .list();
    }

    boolean useTrial(AccountId account, String product, ContractId contract) {
        return jdbc.sql(
                                """
                                INSERT INTO contract.trial_use (account_id, product, contract_id)
                                VALUES (?, ?, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(account.value(), product, contract.value())
                        .update()
                == 1;
    }

    boolean trialUsed(AccountId account, String product) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM contract.trial_use
                                       WHERE account_id = ? AND product = ?)\
                        """)
                .params(account.value(), product)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String from(Change change) {
        var from = change.from();
        return from == null ? null : from.code();
    }

    private static Map<String, String> details(String json) {
        var details = new TreeMap<String, String>();
        JSON.readTree(json)
                .properties()
                .forEach(p -> details.put(p.getKey(), p.getValue().asString()));
        return details;
    }
}
