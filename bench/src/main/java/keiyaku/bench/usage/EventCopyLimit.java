package keiyaku.bench.usage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast the same server takes the very same events by binary COPY, into a table with the same
 * columns and primary key but without checks, sums and HTTP.
 */
final class EventCopyLimit {

    private static final int BUFFER = 1 << 16;

    private final DataSource owner;
    private final Path folder;

    EventCopyLimit(DataSource owner, Path folder) {
        this.owner = owner;
        this.folder = folder;
    }

    /** Seconds with so many writers, each with its share of the rows in the order they came. */
    double seconds(int writers) throws IOException, InterruptedException {
        var jdbc = JdbcClient.create(owner);
        for (int i = 0; i < writers; i++) {
            writeOut(i, writers);
        }
        jdbc.sql("CREATE TABLE public.event_copy (LIKE usage.event INCLUDING INDEXES)").update();
        jdbc.sql("CHECKPOINT").update();
        var writing = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < writers; i++) {
            int writer = i;
            writing.add(
                    () -> {
                        copyIn(writer);
                        return writer;
                    });
        }
        long before = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (var written : threads.invokeAll(writing)) {
                written.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        var same =
                "SELECT (SELECT count(*) FROM usage.event)"
                        + " = (SELECT count(*) FROM public.event_copy)";
        if (!jdbc.sql(same).query(Boolean.class).single()) {
            throw new IllegalStateException("the limit did not write the same rows");
        }
        return seconds;
    }

    private void writeOut(int writer, int writers) throws IOException {
        var sql =
                "COPY (SELECT * FROM usage.event WHERE mod(hashtext(id) & 65535, %d) = %d)"
                        .formatted(writers, writer);
        try (var connection = owner.getConnection();
                var out = new BufferedOutputStream(Files.newOutputStream(file(writer)), BUFFER)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(sql + " TO STDOUT (FORMAT binary)", out);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void copyIn(int writer) throws IOException {
        try (var connection = owner.getConnection();
                var in = new BufferedInputStream(Files.newInputStream(file(writer)), BUFFER)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY public.event_copy FROM STDIN (FORMAT binary)", in, BUFFER);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private Path file(int writer) {
        return folder.resolve("events." + writer + ".copy");
    }
}
