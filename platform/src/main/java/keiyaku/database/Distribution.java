package keiyaku.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the tables are spread over several servers by Citus (KEIYAKU_DB_DISTRIBUTE), and what
 * connections are told then. Chosen once, before the first start: migrations spread the tables as
 * they make them.
 */
@Component
public class Distribution {

    /** Statements over arrays of a thousand keys: planned once, and always by the index. */
    private static final String PLAIN = "SET plan_cache_mode = force_generic_plan";

    /**
     * A generic plan knows no shards, so each statement is planned with its keys. One connection to
     * each server: a transaction of the run stays on one shard.
     */
    private static final String SPREAD =
            "SET citus.propagate_set_commands = 'local';"
                    + " SET citus.max_adaptive_executor_pool_size = 1";

    private static final String MIGRATION =
            "SET keiyaku.distribute = 'true';"
                    + " SET citus.enable_local_reference_table_foreign_keys = off;"
                    + " SET citus.multi_shard_modify_mode = 'sequential'";

    private final boolean on;

    Distribution(@Value("${KEIYAKU_DB_DISTRIBUTE:false}") boolean on) {
        this.on = on;
    }

    public boolean isOn() {
        return on;
    }

    String forConnections() {
        return on ? SPREAD : PLAIN;
    }

    /** What the migration's connections begin with; empty where tables stay on one server. */
    String forMigrations() {
        return on ? MIGRATION : "";
    }
}
