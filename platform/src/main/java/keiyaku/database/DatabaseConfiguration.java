package keiyaku.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Which database is used: the one of KEIYAKU_DB_URL, or the embedded one in the data folder
 * (property keiyaku.data, by default ./data).
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final String NAME = "keiyaku";

    @Bean
    @Lazy
    EmbeddedDatabase embeddedDatabase(Environment environment) {
        var home = Path.of(environment.getProperty("keiyaku.home", "."));
        var data = Path.of(environment.getProperty("keiyaku.data", home.resolve("data") + ""));
        var throwAway = environment.getProperty("keiyaku.data-throw-away", Boolean.class, false);
        return EmbeddedDatabase.open(
                data,
                home.resolve("target/postgres"),
                throwAway
                        ? EmbeddedPostgres.Durability.THROW_AWAY
                        : EmbeddedPostgres.Durability.DURABLE);
    }

    @Bean
    DatabaseAccess databaseAccess(
            Environment environment, ObjectProvider<EmbeddedDatabase> embedded) {
        var url = environment.getProperty("KEIYAKU_DB_URL", "");
        return url.isBlank()
                ? embedded.getObject().createIfMissing(NAME)
                : ExternalDatabase.of(url, environment);
    }

    @Bean
    @Primary
    DataSource dataSource(
            DatabaseAccess access, Environment environment, Distribution distribution) {
        var pool =
                DataSourceBuilder.create()
                        .type(HikariDataSource.class)
                        .url(access.url())
                        .username(access.applicationUser())
                        .password(access.applicationPassword())
                        .build();
        pool.setPoolName("keiyaku");
        pool.setMaximumPoolSize(
                environment.getProperty("keiyaku.db.connections", Integer.class, 20));
        pool.setMinimumIdle(2);
        pool.setConnectionInitSql(distribution.forConnections());
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "keiyaku");
        return pool;
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseAccess access) {
        return new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                access.url(),
                access.ownerUser(),
                access.ownerPassword());
    }

    @Bean
    FlywayConfigurationCustomizer migrations(DatabaseAccess access, Distribution distribution) {
        return configuration ->
                configuration
                        .initSql(distribution.forMigrations())
                        .placeholders(Map.of("application", access.applicationUser()));
    }
}
