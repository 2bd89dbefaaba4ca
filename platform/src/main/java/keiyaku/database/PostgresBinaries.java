package keiyaku.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL server's files, unpacked once from the dependency that ships them. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * Unpacks below a folder unless done before; gives the folder that holds bin/, lib/, share/.
     */
    static Path unpack(Path cache) {
        var archive = archiveName();
        var home = cache.resolve(archive.replace(".txz", ""));
        if (Files.exists(home.resolve("bin/postgres"))) {
            return home;
        }
        try (var in = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (in == null) {
                throw new IllegalStateException(
                        "No embedded PostgreSQL for this machine ("
                                + archive
                                + "). Set KEIYAKU_DB_URL to a PostgreSQL of your own.");
            }
            Files.createDirectories(cache);
            var fresh = Files.createTempDirectory(cache, "unpacking");
            unpack(in, fresh);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            moveIntoPlace(fresh, home);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked to " + cache, e);
        }
    }

    private static String archiveName() {
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var name = arch.contains("aarch64") || arch.contains("arm64") ? "arm_64" : "x86_64";
        return "postgres-linux-" + name + ".txz";
    }

    /** Two programs may unpack at once: the first one wins, the other drops its copy. */
    private static void moveIntoPlace(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(home.resolve("bin/postgres"))) {
                throw e;
            }
            Directories.delete(fresh);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        var root = target.toRealPath();
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = root.resolve(entry.getName()).normalize();
                if (!file.startsWith(root)) {
                    throw new IOException("an entry outside of the archive: " + entry.getName());
                }
                unpackEntry(tar, entry, file);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
