package keiyaku.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The settings that the embedded server is started with. */
final class PostgresSettings {

    private PostgresSettings() {}

    static List<String> arguments(Path cluster, int port, EmbeddedPostgres.Durability durability) {
        var settings = new ArrayList<String>();
        settings.add("listen_addresses=127.0.0.1");
        settings.add("unix_socket_directories=");
        settings.add("port=" + port);
        settings.add("max_connections=100");
        settings.add("shared_buffers=128MB");
        settings.add("max_wal_size=2GB");
        settings.add("wal_compression=off");
        // All passwords are 256 random bits: nothing is gained by making them slow to try.
        settings.add("scram_iterations=1");
        settings.add("timezone=UTC");
        settings.add("log_timezone=UTC");
        settings.add("log_min_messages=warning");
        settings.add("log_min_error_statement=panic");
        if (durability == EmbeddedPostgres.Durability.THROW_AWAY) {
            settings.add("fsync=off");
            settings.add("synchronous_commit=off");
            settings.add("full_page_writes=off");
            settings.add("autovacuum=off");
        }
        var arguments = new ArrayList<String>(List.of("-D", cluster.toString()));
        for (var setting : settings) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return arguments;
    }
}
