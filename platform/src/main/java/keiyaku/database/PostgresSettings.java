package keiyaku.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The settings that the embedded server is started with. */
final class PostgresSettings {

    private static final long MEGABYTE = 1L << 20;
    private static final long LEAST_BUFFERS = 128;
    private static final long MOST_BUFFERS = 4_096;

    /** The server's own cache is this part of the machine's memory, or of the container's. */
    private static final long BUFFERS_SHARE = 8;

    private PostgresSettings() {}

    static List<String> arguments(Path cluster, int port, EmbeddedPostgres.Durability durability) {
        var settings = new ArrayList<String>();
        settings.add("listen_addresses=127.0.0.1");
        settings.add("unix_socket_directories=");
        settings.add("port=" + port);
        settings.add("max_connections=100");
        settings.add("max_wal_size=4GB");
        settings.add("wal_compression=off");
        // All passwords are 256 random bits: nothing is gained by making them slow to try.
        settings.add("scram_iterations=1");
        settings.add("timezone=UTC");
        settings.add("log_timezone=UTC");
        settings.add("log_min_messages=warning");
        settings.add("log_min_error_statement=panic");
        if (durability == EmbeddedPostgres.Durability.THROW_AWAY) {
            settings.add("shared_buffers=" + LEAST_BUFFERS + "MB");
            settings.add("fsync=off");
            settings.add("synchronous_commit=off");
            settings.add("full_page_writes=off");
            settings.add("autovacuum=off");
        } else {
            settings.add("shared_buffers=" + buffers(memory()) + "MB");
            settings.add("min_wal_size=1GB");
            settings.add("checkpoint_timeout=15min");
        }
        var arguments = new ArrayList<String>(List.of("-D", cluster.toString()));
        for (var setting : settings) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return arguments;
    }

    /** Megabytes of the server's cache on a machine of so many bytes of memory. */
    static long buffers(long memory) {
        return Math.clamp(memory / BUFFERS_SHARE / MEGABYTE, LEAST_BUFFERS, MOST_BUFFERS);
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }
}
