package keiyaku.billing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import keiyaku.database.Invariant;
import keiyaku.database.UuidArray;
import keiyaku.value.Coins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The coins that members hold are what the ledger says is owed to them for coins (B-31). */
@Component
class CoinsOutstanding implements Invariant {

    private static final int PIECE = 1_000;

    private final JdbcClient jdbc;
    private final Coins coins;

    CoinsOutstanding(JdbcClient jdbc, Coins coins) {
        this.jdbc = jdbc;
        this.coins = coins;
    }

    private record Owed(long charged, long bonus) {
        static final Owed NOTHING = new Owed(0, 0);
    }

    @Override
    public String name() {
        return "coins-in-ledger";
    }

    @Override
    public String says() {
        return "What is left of an account's coins is what the ledger says is owed for them.";
    }

    @Override
    public long check(Consumer<Finding> findings) {
        long holding = 0;
        try (var held = coins.outstanding()) {
            var piece = new ArrayList<Coins.Outstanding>(PIECE);
            for (var all = held.iterator(); all.hasNext(); ) {
                piece.add(all.next());
                holding++;
                if (piece.size() == PIECE || !all.hasNext()) {
                    compare(piece, findings);
                    piece.clear();
                }
            }
        }
        long owed = accountsOwed();
        if (owed != holding) {
            findings.accept(
                    new Finding(
                            "coins",
                            holding + " accounts hold coins, the ledger owes them to " + owed));
        }
        return holding;
    }

    private void compare(List<Coins.Outstanding> piece, Consumer<Finding> findings) {
        var owed = owed(piece);
        for (var held : piece) {
            var ours = new Owed(held.charged().minor(), held.bonus().minor());
            var theirs = owed.getOrDefault(held.account().value(), Owed.NOTHING);
            if (!ours.equals(theirs)) {
                findings.accept(
                        new Finding(
                                held.account().toString(),
                                "holds " + ours + ", the ledger owes " + theirs));
            }
        }
    }

    private Map<UUID, Owed> owed(List<Coins.Outstanding> piece) {
        var owed = new HashMap<UUID, Owed>();
        jdbc.sql(
                        """
                        SELECT account_id,
                               coalesce(-sum(amount) FILTER (
                                 WHERE ledger_account = 'coins-charged'), 0) AS charged,
                               coalesce(-sum(amount) FILTER (
                                 WHERE ledger_account = 'coins-bonus'), 0) AS bonus
                        FROM billing.posting
                        WHERE account_id = ANY(:accounts)
                          AND ledger_account IN ('coins-charged', 'coins-bonus')
                        GROUP BY account_id\
                        """)
                .param("accounts", UuidArray.of(piece, o -> o.account().value()))
                .query(
                        row -> {
                            owed.put(
                                    row.getObject("account_id", UUID.class),
                                    new Owed(row.getLong("charged"), row.getLong("bonus")));
                        });
        return owed;
    }

    private long accountsOwed() {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM (
                          SELECT account_id FROM billing.posting
                          WHERE ledger_account IN ('coins-charged', 'coins-bonus')
                          GROUP BY account_id HAVING sum(amount) <> 0) owed\
                        """)
                .query(Long.class)
                .single();
    }
}
