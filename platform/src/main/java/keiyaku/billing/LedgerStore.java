package keiyaku.billing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import keiyaku.billing.JournalEntry.Posting;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Journal entries and the balances that follow from them; only ever added to. */
@Component
class LedgerStore {

    private static final String KEEP =
            """
            INSERT INTO billing.balance AS b (account_id, currency, amount)
            VALUES (:account, :currency, :amount)
            ON CONFLICT (account_id, currency) DO UPDATE SET amount = b.amount + :amount\
            """;

    private static final String USE =
            """
            UPDATE billing.balance SET amount = amount + :amount
            WHERE account_id = :account AND currency = :currency\
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;

    LedgerStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    private record Line(JournalEntry entry, int number, Posting posting) {}

    void insert(List<JournalEntry> entries) {
        bulk.insert(
                "billing.entry",
                entries,
                Column.uuid("account_id", e -> e.account().value()),
                Column.uuid("id", JournalEntry::id),
                Column.text("kind", e -> e.kind().code()),
                Column.uuid("reference_id", JournalEntry::reference),
                Column.of("at", "timestamptz", JournalEntry::at));
        var lines = new ArrayList<Line>();
        for (var entry : entries) {
            for (int i = 0; i < entry.postings().size(); i++) {
                lines.add(new Line(entry, i + 1, entry.postings().get(i)));
            }
        }
        bulk.insert(
                "billing.posting",
                lines,
                Column.uuid("account_id", l -> l.entry().account().value()),
                Column.uuid("entry_id", l -> l.entry().id()),
                Column.of("line", "integer", Line::number),
                Column.text("ledger_account", l -> l.posting().ledgerAccount()),
                Column.bigint("amount", l -> l.posting().amount().minor()),
                Column.text("currency", l -> l.posting().amount().currency()),
                Column.uuid("invoice_id", l -> l.posting().invoice()));
    }

    /** The sum of an account's postings by ledger account; debit positive. */
    Map<String, Money> balances(AccountId account) {
        var balances = new HashMap<String, Money>();
        jdbc.sql(
                        """
                        SELECT ledger_account, currency, sum(amount) AS amount
                        FROM billing.posting WHERE account_id = ?
                        GROUP BY ledger_account, currency\
                        """)
                .param(account.value())
                .query(
                        row -> {
                            balances.put(
                                    row.getString("ledger_account"),
                                    Money.of(row.getLong("amount"), row.getString("currency")));
                        });
        return balances;
    }

    /** Every account's balance in one ledger account, unless it is zero. */
    Stream<Ledger.Balance> balances(String ledgerAccount) {
        return jdbc
                .sql(
                        """
                        SELECT account_id, currency, sum(amount) AS amount
                        FROM billing.posting WHERE ledger_account = ?
                        GROUP BY account_id, currency HAVING sum(amount) <> 0
                        ORDER BY account_id, currency\
                        """)
                .param(ledgerAccount)
                .withFetchSize(1_000)
                .query(
                        (row, i) ->
                                new Ledger.Balance(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        Money.of(row.getLong("amount"), row.getString("currency"))))
                .stream();
    }

    long entryCount() {
        return jdbc.sql("SELECT count(*) FROM billing.entry").query(Long.class).single();
    }

    boolean balanced() {
        return jdbc.sql(
                        """
                        SELECT NOT EXISTS (
                          SELECT 1 FROM billing.posting
                          GROUP BY account_id, entry_id, currency HAVING sum(amount) <> 0)\
                        """)
                .query(Boolean.class)
                .single();
    }

    /** What is kept for members, of those that have something; locked until the commit. */
    Map<UUID, Money> lockKept(List<AccountId> accounts, String currency) {
        var kept = new HashMap<UUID, Money>();
        jdbc.sql(
                        """
                        SELECT account_id, amount FROM billing.balance
                        WHERE account_id = ANY(:accounts) AND currency = :currency AND amount > 0
                        FOR UPDATE\
                        """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("currency", currency)
                .query(
                        row -> {
                            kept.put(
                                    row.getObject("account_id", UUID.class),
                                    Money.of(row.getLong("amount"), currency));
                        });
        return kept;
    }

    /** What is kept for a member; empty when there never was anything. */
    Optional<Money> kept(AccountId account, String currency) {
        return jdbc.sql("SELECT amount FROM billing.balance WHERE account_id = ? AND currency = ?")
                .params(account.value(), currency)
                .query((row, i) -> Money.of(row.getLong("amount"), currency))
                .optional();
    }

    /**
     * Adds to what is kept for a member; a use is an amount below zero, and of a row that is there:
     * the database checks also a row that it would not insert.
     */
    void keep(AccountId account, Money amount) {
        int kept =
                jdbc.sql(amount.isNegative() ? USE : KEEP)
                        .param("account", account.value())
                        .param("currency", amount.currency().getCurrencyCode())
                        .param("amount", amount.minor())
                        .update();
        if (kept == 0) {
            // As the database says where there is a row, but too little in it.
            throw new DataIntegrityViolationException("nothing is kept for " + account);
        }
    }
}
