package keiyaku.bench.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import keiyaku.bench.ProcessFigures;
import keiyaku.cli.Doors;
import keiyaku.database.DatabaseAccess;
import keiyaku.shared.MovableClock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * A durable embedded database with the product's schema, and the product's doors on it at a day
 * that stands still.
 */
public final class BenchDatabase implements AutoCloseable {

    private final Path folder;
    private final ConfigurableApplicationContext context;

    private BenchDatabase(Path folder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    public static BenchDatabase open(
            Path home, Path folder, Instant now, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("keiyaku.home", home.toString());
        all.put("keiyaku.data", folder.toString());
        return new BenchDatabase(folder, doors(all, now));
    }

    /** The application without web and workers, at an instant that stands still. */
    public static ConfigurableApplicationContext doors(Map<String, String> settings, Instant now) {
        var all = new HashMap<>(settings);
        all.put("keiyaku.clock.start", now.toString());
        all.put("keiyaku.run.workers", "0");
        all.put("logging.threshold.console", "error");
        return new SpringApplicationBuilder(Doors.class)
                .web(WebApplicationType.NONE)
                .run(
                        all.entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                .toArray(String[]::new));
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public DatabaseAccess access() {
        return part(DatabaseAccess.class);
    }

    /** As the owner, who may look at everything and make tables. */
    public SimpleDriverDataSource owner() {
        var access = access();
        return new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                access.url(),
                access.ownerUser(),
                access.ownerPassword());
    }

    public void moveTo(Instant now) {
        part(MovableClock.class).advanceTo(now);
    }

    /** What months of normal running leave behind: known statistics, and no dirty pages. */
    public void settle() {
        var jdbc = JdbcClient.create(owner());
        jdbc.sql("VACUUM (ANALYZE)").update();
        jdbc.sql("CHECKPOINT").update();
    }

    public Supplier<Long> serverCpuMillis() throws IOException {
        var file = folder.resolve("postgres/cluster/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return () -> ProcessFigures.treeMillis(pid);
    }

    @Override
    public void close() {
        context.close();
    }
}
