package keiyaku.web.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of drafts. */
@Repository
class DraftStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Draft> draft(AccountId account, String product) {
        return jdbc.sql(
                        """
                        SELECT draft_id, answers, contract_id FROM web.application_draft
                        WHERE account_id = :account AND product = :product
                        """)
                .param("account", account.value())
                .param("product", product)
                .query((row, n) -> draft(row))
                .optional();
    }

    Optional<Draft> lock(AccountId account, String product) {
        return jdbc.sql(
                        """
                        SELECT draft_id, answers, contract_id FROM web.application_draft
                        WHERE account_id = :account AND product = :product FOR UPDATE
                        """)
                .param("account", account.value())
                .param("product", product)
                .query((row, n) -> draft(row))
                .optional();
    }

    void put(AccountId account, String product, Draft draft, Instant at) {
        var contract = draft.contract();
        jdbc.sql(
                        """
                        INSERT INTO web.application_draft
                          (account_id, product, draft_id, answers, contract_id, changed_at)
                        VALUES (:account, :product, :draft, :answers::jsonb, :contract, :at)
                        ON CONFLICT (account_id, product) DO UPDATE
                        SET draft_id = excluded.draft_id, answers = excluded.answers,
                            contract_id = excluded.contract_id, changed_at = excluded.changed_at
                        """)
                .param("account", account.value())
                .param("product", product)
                .param("draft", draft.id())
                .param("answers", JSON.writeValueAsString(draft.answers()))
                .param("contract", contract == null ? null : contract.value(), java.sql.Types.OTHER)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        var answers = new HashMap<String, String>();
        JSON.readTree(row.getString("answers"))
                .forEachEntry((field, value) -> answers.put(field, value.asString()));
        var contract = row.getObject("contract_id", UUID.class);
        return new Draft(
                row.getObject("draft_id", UUID.class),
                Map.copyOf(answers),
                contract == null ? null : new ContractId(contract));
    }
}
