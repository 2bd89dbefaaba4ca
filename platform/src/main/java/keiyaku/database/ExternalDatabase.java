package keiyaku.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.core.env.Environment;

/**
 * A PostgreSQL (15 or later) that the company runs itself: KEIYAKU_DB_URL, as
 * postgresql://user:password@host:5432/name or as a JDBC URL with KEIYAKU_DB_USER and
 * KEIYAKU_DB_PASSWORD. KEIYAKU_DB_OWNER_USER and KEIYAKU_DB_OWNER_PASSWORD name the role that
 * migrates, where it is another one, as it should be.
 */
final class ExternalDatabase {

    private ExternalDatabase() {}

    static DatabaseAccess of(String url, Environment environment) {
        var address = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        var uri = URI.create(address.replaceFirst("^postgres:", "postgresql:"));
        if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "KEIYAKU_DB_URL is not an address of PostgreSQL;"
                            + " write postgresql://user:password@host:5432/name");
        }
        var login = uri.getUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        var user = environment.getProperty("KEIYAKU_DB_USER", part(login, 0));
        var password = environment.getProperty("KEIYAKU_DB_PASSWORD", part(login, 1));
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAccess(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query,
                environment.getProperty("KEIYAKU_DB_OWNER_USER", user),
                environment.getProperty("KEIYAKU_DB_OWNER_PASSWORD", password),
                user,
                password);
    }

    private static String part(String[] login, int index) {
        return login.length > index ? URLDecoder.decode(login[index], StandardCharsets.UTF_8) : "";
    }
}
