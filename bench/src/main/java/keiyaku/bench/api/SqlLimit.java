package keiyaku.bench.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the same server does without us: the rows of one contract's start, written by one prepared
 * INSERT a table and one commit into tables with the same columns and indexes; and an invoice read
 * by its key with its charges and what is open of it.
 */
final class SqlLimit implements AutoCloseable {

    /** The tables that the start of a plain contract writes. */
    private static final List<String> TABLES =
            List.of(
                    "contract.contract",
                    "contract.change",
                    "contract.agreed_terms",
                    "billing.invoice",
                    "billing.charge",
                    "billing.receivable",
                    "billing.entry",
                    "billing.posting",
                    "notification.message",
                    "provisioning.line",
                    "provisioning.task");

    private static final List<String> READS =
            List.of(
                    "SELECT * FROM billing.invoice WHERE account_id = ? AND id = ?",
                    "SELECT * FROM billing.charge WHERE account_id = ? AND invoice_id = ?",
                    "SELECT * FROM billing.receivable WHERE account_id = ? AND invoice_id = ?");

    private final DataSource owner;
    private final JdbcClient jdbc;
    private final List<Connection> connections = new ArrayList<>();

    /** One a table; the account's id is its parameter, other ids are new each time. */
    private final List<String> inserts = new ArrayList<>();

    private UUID account = new UUID(0, 0);
    private UUID invoice = new UUID(0, 0);

    SqlLimit(DataSource owner) {
        this.owner = owner;
        this.jdbc = JdbcClient.create(owner);
    }

    /** Takes the rows of an account with one contract as what is written again and again. */
    void prepare(int clients) throws SQLException {
        account =
                jdbc.sql(
                                """
                                SELECT account_id FROM contract.contract
                                GROUP BY account_id HAVING count(*) = 1 LIMIT 1\
                                """)
                        .query(UUID.class)
                        .single();
        invoice =
                jdbc.sql("SELECT id FROM billing.invoice WHERE account_id = ?")
                        .param(account)
                        .query(UUID.class)
                        .single();
        jdbc.sql("DROP SCHEMA IF EXISTS bench CASCADE").update();
        jdbc.sql("CREATE SCHEMA bench").update();
        for (var table : TABLES) {
            var copy = "bench." + table.replace('.', '_');
            jdbc.sql("CREATE TABLE %s (LIKE %s INCLUDING INDEXES)".formatted(copy, table)).update();
            jdbc.sql("CREATE TABLE %s_of (LIKE %s)".formatted(copy, table)).update();
            jdbc.sql(
                            "INSERT INTO %s_of SELECT * FROM %s WHERE account_id = ?"
                                    .formatted(copy, table))
                    .param(account)
                    .update();
            prepareInsert(table, copy);
        }
        for (int i = 0; i < clients; i++) {
            var connection = owner.getConnection();
            connection.setAutoCommit(false);
            connections.add(connection);
        }
    }

    private void prepareInsert(String table, String copy) {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        jdbc.sql(
                        """
                        SELECT attname, format_type(atttypid, NULL) AS type FROM pg_attribute
                        WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped
                        ORDER BY attnum\
                        """)
                .param(table)
                .query(
                        row -> {
                            var name = row.getString("attname");
                            names.add(name);
                            values.add(
                                    name.equals("account_id")
                                            ? "?::uuid"
                                            : row.getString("type").equals("uuid")
                                                    ? "gen_random_uuid()"
                                                    : name);
                        });
        inserts.add(
                "INSERT INTO %1$s (%2$s) SELECT %3$s FROM %1$s_of"
                        .formatted(copy, String.join(", ", names), String.join(", ", values)));
    }

    void write(int client) throws SQLException {
        var connection = connections.get(client);
        var fresh = UUID.randomUUID();
        for (var insert : inserts) {
            try (var statement = connection.prepareStatement(insert)) {
                statement.setObject(1, fresh);
                statement.executeUpdate();
            }
        }
        connection.commit();
    }

    void read(int client) throws SQLException {
        var connection = connections.get(client);
        for (var sql : READS) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, account);
                statement.setObject(2, invoice);
                try (var rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new IllegalStateException("nothing is read by " + sql);
                    }
                }
            }
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
