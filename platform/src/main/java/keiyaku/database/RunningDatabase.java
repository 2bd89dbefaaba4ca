package keiyaku.database;

import static keiyaku.database.EmbeddedRoles.APPLICATION;
import static keiyaku.database.EmbeddedRoles.READER;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * How a second process comes to the embedded database while the first one runs: a file beside the
 * data, for its owner only, says where the server is and as whom it is entered.
 */
public final class RunningDatabase {

    private RunningDatabase() {}

    /** The database that runs on a data folder, for looking on; empty when none does. */
    public static Optional<DatabaseAccess> on(Path folder) {
        return access(folder, READER);
    }

    /** The same for working in it beside the process that runs. */
    public static Optional<DatabaseAccess> workingOn(Path folder) {
        return access(folder, APPLICATION);
    }

    private static Optional<DatabaseAccess> access(Path folder, String role) {
        var file = file(folder);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            var said = new Properties();
            said.load(new StringReader(Files.readString(file)));
            var url = said.getProperty("url", "");
            var password = said.getProperty(role, "");
            var access = new DatabaseAccess(url, role, password, role, password);
            return answers(access) ? Optional.of(access) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file that a killed process left behind is replaced. */
    static void tell(Path folder, String url, EmbeddedRoles roles) throws IOException {
        var file = file(folder);
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "url=%s%n%s=%s%n%s=%s%n"
                        .formatted(
                                url,
                                READER,
                                roles.readerPassword(),
                                APPLICATION,
                                roles.applicationPassword()));
    }

    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(file(folder));
    }

    private static Path file(Path folder) {
        return folder.resolve("postgres").resolve("access");
    }

    private static boolean answers(DatabaseAccess access) {
        try (var connection =
                DriverManager.getConnection(
                        access.url(), access.applicationUser(), access.applicationPassword())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
