package keiyaku.member;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
                                  (account_id, manager_id, since)
                                VALUES (?, ?, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(member.value(), manager.value(), at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void leave(AccountId member) {
        jdbc.sql("DELETE FROM member.organization_member WHERE account_id = ?")
                .param(member.value())
                .update();
    }

    Optional<AccountId> managerOf(AccountId member) {
        return jdbc.sql("SELECT manager_id FROM member.organization_member WHERE account_id = ?")
                .param(member.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    List<AccountId> members(AccountId manager) {
        return jdbc
                .sql(
                        """
                        SELECT account_id FROM member.organization_member
                        WHERE manager_id = ? ORDER BY since, account_id\
                        """)
                .param(manager.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }
}
