package keiyaku.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import keiyaku.shared.Ids;

/**
 * The roles on an embedded server besides its owner, with passwords that are new at each start: the
 * application, and a reader for those that look on while it runs.
 */
record EmbeddedRoles(String applicationPassword, String readerPassword) {

    static final String APPLICATION = "keiyaku_app";
    static final String READER = "keiyaku_reader";

    static EmbeddedRoles prepare(EmbeddedPostgres postgres) {
        var roles = new EmbeddedRoles(Ids.secret(), Ids.secret());
        try (var connection =
                        DriverManager.getConnection(
                                postgres.url("postgres"), postgres.owner(), postgres.password());
                var statement = connection.createStatement()) {
            // Passwords are hexadecimal digits only.
            for (var sql :
                    List.of(
                            create(APPLICATION),
                            create(READER),
                            "GRANT pg_read_all_data TO " + READER,
                            "ALTER ROLE " + READER + " SET default_transaction_read_only = on",
                            password(APPLICATION, roles.applicationPassword),
                            password(READER, roles.readerPassword))) {
                statement.execute(sql);
            }
            return roles;
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database does not answer", e);
        }
    }

    private static String create(String role) {
        return """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
            CREATE ROLE %1$s LOGIN;
          END IF;
        END $$\
        """
                .formatted(role);
    }

    private static String password(String role, String password) {
        return "ALTER ROLE " + role + " PASSWORD '" + password + "'";
    }

    /** Secrets do not belong into a log. */
    @Override
    public String toString() {
        return APPLICATION + " and " + READER;
    }
}
