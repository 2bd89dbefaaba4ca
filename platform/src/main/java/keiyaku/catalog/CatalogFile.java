package keiyaku.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import keiyaku.shared.YamlDocument;

/** A catalog as someone wrote it, read and found to be right in itself (C-1). */
public record CatalogFile(String name, Catalog catalog) {

    private static final String DEMO = "/catalog/demo.yaml";

    /** Throws InputFileException with file, line and reason. */
    public static CatalogFile read(Path file) {
        return new CatalogFile(file.toString(), CatalogReader.catalog(YamlDocument.read(file)));
    }

    /** Reads a file's text; the name is what messages say. */
    public static CatalogFile read(String name, String text) {
        return new CatalogFile(name, CatalogReader.catalog(YamlDocument.read(name, text)));
    }

    /** The catalog that the product brings along for trying things out. */
    public static CatalogFile demo() {
        try (var stream = CatalogFile.class.getResourceAsStream(DEMO)) {
            if (stream == null) {
                throw new IllegalStateException(DEMO + " is not in the application");
            }
            return read("demo.yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
