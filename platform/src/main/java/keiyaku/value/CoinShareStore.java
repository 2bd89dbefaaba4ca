package keiyaku.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which charges are shared with whom. */
@Component
class CoinShareStore {

    private final JdbcClient jdbc;

    CoinShareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A charge of a manager that pays a member's invoices. */
    record Share(AccountId member, AccountId manager, UUID charge) {}

    void share(AccountId manager, UUID charge, AccountId member, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO value.coin_share (account_id, manager_id, charge_id, since)
                        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING\
                        """)
                .params(member.value(), manager.value(), charge, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void unshare(AccountId manager, UUID charge, AccountId member) {
        jdbc.sql(
                        """
                        DELETE FROM value.coin_share
                        WHERE account_id = ? AND manager_id = ? AND charge_id = ?\
                        """)
                .params(member.value(), manager.value(), charge)
                .update();
    }

    void unshareAll(AccountId manager, AccountId member) {
        jdbc.sql("DELETE FROM value.coin_share WHERE account_id = ? AND manager_id = ?")
                .params(member.value(), manager.value())
                .update();
    }

    /** With whom a charge is shared, in the order of sharing. */
    List<AccountId> members(AccountId manager, UUID charge) {
        return jdbc
                .sql(
                        """
                        SELECT account_id FROM value.coin_share
                        WHERE manager_id = ? AND charge_id = ? ORDER BY since, account_id\
                        """)
                .params(manager.value(), charge)
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    boolean isSharedWith(AccountId member) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM value.coin_share WHERE account_id = ?)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }

    /** What is shared with accounts that let coins pay by themselves. */
    List<Share> with(Collection<AccountId> members) {
        return jdbc.sql(
                        """
                        SELECT c.account_id, c.manager_id, c.charge_id FROM value.coin_share c
                        WHERE c.account_id = ANY(:members)
                          AND NOT EXISTS (SELECT FROM value.coin_setting s
                            WHERE s.account_id = c.account_id AND NOT s.automatic)\
                        """)
                .param("members", UuidArray.of(members, AccountId::value))
                .query(
                        (row, i) ->
                                new Share(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        new AccountId(row.getObject("manager_id", UUID.class)),
                                        row.getObject("charge_id", UUID.class)))
                .list();
    }
}
