package keiyaku.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import keiyaku.Application;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application on a free port, a database and an outside world of its own; started once a
 * JVM and shared by its tests, which therefore make members of their own.
 */
public final class App {

    private final ConfigurableApplicationContext context;
    private final Outside outside;

    private App(ConfigurableApplicationContext context, Outside outside) {
        this.context = context;
        this.outside = outside;
    }

    /** The application that the tests of this JVM share. */
    public static App shared() {
        return Shared.APP;
    }

    /** One of its own, for tests that move its clock or need other settings. */
    public static App start(Map<String, Object> settings) {
        var database = TestDatabases.fresh();
        var outside = Outside.start();
        int port = freePort();
        Map<String, Object> all = new HashMap<>(outside.settings());
        all.put("server.port", port);
        all.put("keiyaku.public-url", "http://127.0.0.1:" + port);
        all.put("server.address", "127.0.0.1");
        all.put("KEIYAKU_DB_URL", database.url());
        all.put("KEIYAKU_DB_USER", database.applicationUser());
        all.put("KEIYAKU_DB_PASSWORD", database.applicationPassword());
        all.put("KEIYAKU_DB_OWNER_USER", database.ownerUser());
        all.put("KEIYAKU_DB_OWNER_PASSWORD", database.ownerPassword());
        all.put("spring.flyway.enabled", false); // a copy of one that was migrated
        all.put("keiyaku.messages.strict", true);
        all.putAll(settings);
        // As arguments, since they have to win over application.yaml.
        var arguments =
                all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        return new App(SpringApplication.run(Application.class, arguments), outside);
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

    /** Its acquirer, issuer, inbox and product site. */
    public Outside outside() {
        return outside;
    }

    public void stop() {
        context.close();
        outside.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        private static final App APP = start(Map.of());
    }
}
