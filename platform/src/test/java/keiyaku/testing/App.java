package keiyaku.testing;

import java.util.HashMap;
import java.util.Map;
import keiyaku.Application;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application on a free port and a database of its own; started once a JVM and shared by
 * its tests, which therefore make members of their own.
 */
public final class App {

    private final ConfigurableApplicationContext context;

    private App(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The application that the tests of this JVM share. */
    public static App shared() {
        return Shared.APP;
    }

    /** One of its own, for tests that move its clock or need other settings. */
    public static App start(Map<String, Object> settings) {
        var database = TestDatabases.fresh();
        Map<String, Object> all = new HashMap<>();
        all.put("server.port", 0);
        all.put("server.address", "127.0.0.1");
        all.put("KEIYAKU_DB_URL", database.url());
        all.put("KEIYAKU_DB_USER", database.applicationUser());
        all.put("KEIYAKU_DB_PASSWORD", database.applicationPassword());
        all.put("KEIYAKU_DB_OWNER_USER", database.ownerUser());
        all.put("KEIYAKU_DB_OWNER_PASSWORD", database.ownerPassword());
        all.put("keiyaku.messages.strict", true);
        all.put("keiyaku.styleguide", true);
        all.putAll(settings);
        // As arguments, since they have to win over application.yaml.
        var arguments =
                all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        return new App(SpringApplication.run(Application.class, arguments));
    }

    /** The address of a path. */
    public String url(String path) {
        var port = context.getEnvironment().getProperty("local.server.port");
        return "http://127.0.0.1:" + port + path;
    }

    /** A part of the application, for a test to prepare what its page needs. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public void stop() {
        context.close();
    }

    private static final class Shared {
        private static final App APP = start(Map.of());
    }
}
