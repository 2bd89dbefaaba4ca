package keiyaku.member;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is in whose organization. */
@Repository
class OrganizationStore {

    private final JdbcClient jdbc;

    OrganizationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was new; an account is in one organization at most. */
    boolean join(AccountId manager, AccountId member, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO member.organization_member
                                  (account_id, manager_id, since, paid_by_manager)
                                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(
                                member.value(),
                                manager.value(),
                                at.atOffset(ZoneOffset.UTC),
                                pays(manager))
                        .update()
                == 1;
    }

    void leave(AccountId member) {
        jdbc.sql("DELETE FROM member.organization_member WHERE account_id = ?")
                .param(member.value())
                .update();
    }

    /** Whether a managing account pays its members' invoices. */
    boolean pays(AccountId manager) {
        return jdbc.sql("SELECT pays FROM member.organization WHERE account_id = ?")
                .param(manager.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void pays(AccountId manager, boolean on) {
        jdbc.sql(
                        """
                        INSERT INTO member.organization (account_id, pays) VALUES (?, ?)
                        ON CONFLICT (account_id) DO UPDATE SET pays = excluded.pays\
                        """)
                .params(manager.value(), on)
                .update();
        jdbc.sql("UPDATE member.organization_member SET paid_by_manager = ? WHERE manager_id = ?")
                .params(on, manager.value())
                .update();
    }

    /** By whom accounts are paid for; those that pay themselves are missing. */
    Map<AccountId, AccountId> payers(Collection<AccountId> members) {
        var payers = new HashMap<AccountId, AccountId>();
        jdbc.sql(
                        """
                        SELECT account_id, manager_id FROM member.organization_member
                        WHERE account_id = ANY(:members) AND paid_by_manager\
                        """)
                .param("members", UuidArray.of(members, AccountId::value))
                .query(
                        row -> {
                            payers.put(
                                    new AccountId(row.getObject("account_id", UUID.class)),
                                    new AccountId(row.getObject("manager_id", UUID.class)));
                        });
        return payers;
    }

    void invite(AccountId manager, AccountId member, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO member.organization_invitation (account_id, manager_id, at)
                        VALUES (?, ?, ?) ON CONFLICT DO NOTHING\
                        """)
                .params(member.value(), manager.value(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether there was one. */
    boolean endInvitation(AccountId manager, AccountId member) {
        return jdbc.sql(
                                """
                                DELETE FROM member.organization_invitation
                                WHERE account_id = ? AND manager_id = ?\
                                """)
                        .params(member.value(), manager.value())
                        .update()
                == 1;
    }

    /** By whom an account is invited. */
    List<AccountId> invitations(AccountId member) {
        return jdbc
                .sql(
                        """
                        SELECT manager_id FROM member.organization_invitation
                        WHERE account_id = ? ORDER BY at, manager_id\
                        """)
                .param(member.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    /** Whom a manager has invited. */
    List<AccountId> invited(AccountId manager) {
        return jdbc
                .sql(
                        """
                        SELECT account_id FROM member.organization_invitation
                        WHERE manager_id = ? ORDER BY at, account_id\
                        """)
                .param(manager.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    Optional<AccountId> managerOf(AccountId member) {
        return jdbc.sql("SELECT manager_id FROM member.organization_member WHERE account_id = ?")
                .param(member.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    List<AccountId> members(AccountId manager) {
        return List.copyOf(since(manager).keySet());
    }

    /** Its members in the order of joining, each with when it joined. */
    Map<AccountId, Instant> since(AccountId manager) {
        var since = new LinkedHashMap<AccountId, Instant>();
        jdbc.sql(
                        """
                        SELECT account_id, since FROM member.organization_member
                        WHERE manager_id = ? ORDER BY since, account_id\
                        """)
                .param(manager.value())
                .query(
                        row -> {
                            since.put(
                                    new AccountId(row.getObject("account_id", UUID.class)),
                                    row.getObject("since", OffsetDateTime.class).toInstant());
                        });
        return since;
    }
}
