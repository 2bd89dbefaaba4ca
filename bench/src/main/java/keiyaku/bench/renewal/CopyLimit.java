package keiyaku.bench.renewal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast the same server takes the very same rows by binary COPY, into tables with the same
 * columns, primary keys and indexes but no foreign keys and checks.
 */
final class CopyLimit {

    private static final int BUFFER = 1 << 16;

    /** The rows of one run of each table, by ids that rose during it. */
    private static final Map<String, String> ROWS = rows();

    private final DataSource owner;
    private final Path folder;
    private final UUID mark;

    CopyLimit(DataSource owner, Path folder, UUID mark) {
        this.owner = owner;
        this.folder = folder;
        this.mark = mark;
    }

    private static Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        rows.put(
                "contract.contract",
                "term_start = (SELECT max(term_start) FROM contract.contract)");
        rows.put("contract.change", "at = (SELECT max(at) FROM contract.change)");
        rows.put("billing.invoice", "id > '%1$s'");
        rows.put("billing.charge", "invoice_id > '%1$s'");
        rows.put("billing.receivable", "invoice_id > '%1$s'");
        rows.put("billing.entry", "id > '%1$s'");
        rows.put("billing.posting", "entry_id > '%1$s'");
        rows.put("notification.message", "message_id > '%1$s'");
        return rows;
    }

    /** Seconds with the given number of writers; each has its share of every table. */
    double seconds(int writers) throws IOException, InterruptedException {
        writeOut(writers);
        makeTables();
        long before = System.nanoTime();
        var writing = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < writers; i++) {
            int writer = i;
            writing.add(
                    () -> {
                        copyIn(writer);
                        return writer;
                    });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var written : threads.invokeAll(writing)) {
                written.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        requireAllThere();
        JdbcClient.create(owner).sql("DROP SCHEMA bench CASCADE").update();
        return seconds;
    }

    private void writeOut(int writers) throws IOException {
        try (var connection = owner.getConnection()) {
            for (int i = 0; i < writers; i++) {
                for (var table : ROWS.keySet()) {
                    var share =
                            "mod(hashtext(account_id::text) & 65535, %d) = %d"
                                    .formatted(writers, i);
                    var sql =
                            "COPY (SELECT * FROM %s WHERE %s AND %s) TO STDOUT (FORMAT binary)"
                                    .formatted(table, condition(table), share);
                    try (var out =
                            new BufferedOutputStream(
                                    Files.newOutputStream(file(table, i)), BUFFER)) {
                        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void makeTables() {
        var jdbc = JdbcClient.create(owner);
        jdbc.sql("DROP SCHEMA IF EXISTS bench CASCADE").update();
        jdbc.sql("CREATE SCHEMA bench").update();
        for (var table : ROWS.keySet()) {
            jdbc.sql(
                            "CREATE TABLE %s (LIKE %s INCLUDING INDEXES INCLUDING STORAGE)"
                                    .formatted(copy(table), table))
                    .update();
        }
        jdbc.sql("CHECKPOINT").update();
    }

    private void copyIn(int writer) throws SQLException {
        try (var connection = owner.getConnection()) {
            for (var table : ROWS.keySet()) {
                copyIn(connection, table, writer);
            }
        }
    }

    private void copyIn(Connection connection, String table, int writer) throws SQLException {
        try (var in = new BufferedInputStream(Files.newInputStream(file(table, writer)), BUFFER)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + copy(table) + " FROM STDIN (FORMAT binary)", in, BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A limit that wrote less than the run would be none. */
    private void requireAllThere() {
        List<String> wrong = new ArrayList<>();
        var jdbc = JdbcClient.create(owner);
        for (var table : ROWS.keySet()) {
            long wanted = count(jdbc, table + " WHERE " + condition(table));
            long copied = count(jdbc, copy(table));
            if (wanted != copied || wanted == 0) {
                wrong.add(table + ": " + copied + " of " + wanted);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("the limit did not write the same rows: " + wrong);
        }
    }

    private static long count(JdbcClient jdbc, String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    long rowCount() {
        var jdbc = JdbcClient.create(owner);
        return ROWS.keySet().stream()
                .mapToLong(table -> count(jdbc, table + " WHERE " + condition(table)))
                .sum();
    }

    private String condition(String table) {
        return ROWS.getOrDefault(table, "false").formatted(mark);
    }

    private Path file(String table, int writer) {
        return folder.resolve(table + "." + writer + ".copy");
    }

    private static String copy(String table) {
        return "bench." + table.replace('.', '_');
    }
}
