package keiyaku.contract;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Workspaces and their names, which are unique over all accounts. */
@Component
class WorkspaceStore {

    private final JdbcClient jdbc;
    private final Bulk bulk;

    WorkspaceStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** Holds a free name for an account; false when somebody else has or holds it. */
    boolean hold(String name, AccountId account, Instant now, Instant until) {
        return jdbc.sql(
                                """
                                INSERT INTO contract.workspace_name AS n
                                       (name, account_id, held_until)
                                VALUES (:name, :account, :until)
                                ON CONFLICT (name) DO UPDATE
                                SET account_id = :account, held_until = :until
                                WHERE n.contract_id IS NULL
                                  AND (n.account_id = :account OR n.held_until <= :now)\
                                """)
                        .param("name", name)
                        .param("account", account.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The name that an account holds becomes a contract's. */
    void give(String name, AccountId account, ContractId contract) {
        jdbc.sql(
                        """
                        UPDATE contract.workspace_name SET contract_id = ?, held_until = NULL
                        WHERE name = ? AND account_id = ? AND contract_id IS NULL\
                        """)
                .params(contract.value(), name, account.value())
                .update();
    }

    /** A contract that is over lets its name go. */
    void release(String name) {
        jdbc.sql("DELETE FROM contract.workspace_name WHERE name = ?").param(name).update();
    }

    void insert(AccountId account, ContractId contract, Workspace workspace) {
        jdbc.sql(
                        """
                        INSERT INTO contract.workspace
                               (account_id, contract_id, kind, name, admin_id, company_name, phone)
                        VALUES (?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        account.value(),
                        contract.value(),
                        workspace.kind().code(),
                        workspace.name(),
                        workspace.adminId(),
                        workspace.company(),
                        workspace.phone())
                .update();
    }

    Optional<Workspace> workspace(AccountId account, ContractId contract) {
        return jdbc.sql(
                        """
                        SELECT kind, name, admin_id, company_name, phone FROM contract.workspace
                        WHERE account_id = ? AND contract_id = ?\
                        """)
                .params(account.value(), contract.value())
                .query(
                        (row, i) ->
                                new Workspace(
                                        row.getString("kind").equals("group")
                                                ? Workspace.Kind.GROUP
                                                : Workspace.Kind.DOMAIN,
                                        row.getString("name"),
                                        row.getString("admin_id"),
                                        row.getString("company_name"),
                                        row.getString("phone")))
                .optional();
    }

    /** What was agreed to before stays as it was then. */
    void agree(AccountId account, ContractId contract, List<AgreedTerms> agreed, Instant at) {
        agree(agreed.stream().map(terms -> new Agreed(account, contract, terms)).toList(), at);
    }

    /** The same for the terms of many, by the forms' order. */
    void agree(List<ApplicationForm> forms, List<ContractId> contracts, Instant at) {
        var agreed = new ArrayList<Agreed>();
        for (int i = 0; i < forms.size(); i++) {
            for (var terms : forms.get(i).agreed()) {
                agreed.add(new Agreed(forms.get(i).account(), contracts.get(i), terms));
            }
        }
        agree(agreed, at);
    }

    private void agree(List<Agreed> agreed, Instant at) {
        bulk.insertMissing(
                "contract.agreed_terms",
                agreed,
                Column.uuid("account_id", a -> a.account().value()),
                Column.uuid("contract_id", a -> a.contract().value()),
                Column.text("code", a -> a.terms().code()),
                Column.text("version", a -> a.terms().version()),
                Column.of("at", "timestamptz", a -> at),
                Column.text("address", a -> a.terms().address()));
    }

    private record Agreed(AccountId account, ContractId contract, AgreedTerms terms) {}
}
