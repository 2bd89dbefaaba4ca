package keiyaku.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Approved texts in src/test/golden; -Dgolden.write=true rewrites them, review reads the diff. */
public final class Golden {

    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    private Golden() {}

    /** Compares with src/test/golden/NAME. */
    public static void check(String name, String text) {
        check(home().resolve("platform/src/test/golden").resolve(name), text);
    }

    /** Compares with a file of the repository, such as a generated document. */
    public static void checkInRepository(String path, String text) {
        check(home().resolve(path), text);
    }

    /** Compares what stands between the comments "NAME" and "end of NAME" of a document. */
    public static void checkPart(String path, String name, String text) {
        try {
            var document = Files.readString(home().resolve(path));
            var begin = "<!-- " + name + " -->\n";
            int from = document.indexOf(begin) + begin.length();
            int to = document.indexOf("<!-- end of " + name + " -->");
            check(
                    home().resolve(path),
                    document.substring(0, from) + text + "\n" + document.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("keiyaku.home", ".."));
    }

    private static void check(Path file, String text) {
        try {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file).as("rewrite it with -Dgolden.write=true").exists();
            assertThat(text)
                    .as(file.getFileName() + " differs; rewrite it with -Dgolden.write=true")
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
