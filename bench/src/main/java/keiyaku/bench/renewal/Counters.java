package keiyaku.bench.renewal;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the server has written so far: rows by table, and bytes of its log. */
record Counters(Map<String, Long> rows, long walBytes) {

    static Counters of(DataSource owner) {
        var jdbc = JdbcClient.create(owner);
        // Statistics of backends that are still there are up to a second late.
        jdbc.sql("SELECT pg_stat_force_next_flush()").query(Object.class).list();
        var rows = new TreeMap<String, Long>();
        jdbc.sql(
                        """
                        SELECT schemaname || '.' || relname AS name, n_tup_ins + n_tup_upd AS rows
                        FROM pg_stat_user_tables WHERE schemaname NOT IN ('run', 'bench')
                        """)
                .query(
                        row -> {
                            rows.put(row.getString("name"), row.getLong("rows"));
                        });
        long wal =
                jdbc.sql("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")
                        .query(Long.class)
                        .single();
        return new Counters(rows, wal);
    }

    Counters since(Counters before) {
        var grown = new TreeMap<String, Long>();
        rows.forEach(
                (table, count) -> {
                    long more = count - before.rows.getOrDefault(table, 0L);
                    if (more > 0) {
                        grown.put(table, more);
                    }
                });
        return new Counters(grown, walBytes - before.walBytes);
    }

    long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
