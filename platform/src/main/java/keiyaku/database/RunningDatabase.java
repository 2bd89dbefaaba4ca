package keiyaku.database;

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
 * How a second process looks into the embedded database while the first one runs: a file beside the
 * data, for its owner only, says where the server is and names a role that can only read.
 */
public final class RunningDatabase {

    private RunningDatabase() {}

    /** The database that runs on a data folder; empty when none does. */
    public static Optional<DatabaseAccess> on(Path folder) {
        var file = file(folder);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            var said = new Properties();
            said.load(new StringReader(Files.readString(file)));
            var user = said.getProperty("user", "");
            var password = said.getProperty("password", "");
            var access =
                    new DatabaseAccess(said.getProperty("url", ""), user, password, user, password);
            return answers(access) ? Optional.of(access) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file that a killed process left behind is replaced. */
    static void tell(Path folder, String url, String readerPassword) throws IOException {
        var file = file(folder);
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "url=%s%nuser=%s%npassword=%s%n"
                        .formatted(url, EmbeddedRoles.READER, readerPassword));
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
