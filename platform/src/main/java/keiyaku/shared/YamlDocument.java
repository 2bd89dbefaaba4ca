package keiyaku.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a YAML file that people write (catalogs, scenarios) so that every value knows its line.
 * Nothing in the file becomes a Java object by itself; size, depth and aliases are limited.
 */
public final class YamlDocument {

    private static final int LARGEST = 2_000_000;
    private static final int DEEPEST = 30;

    /** Aliases of aliases multiply; with ten of them the result stays small. */
    private static final int MOST_ALIASES = 10;

    private YamlDocument() {}

    /** Reads a file; throws InputFileException also when it is missing or not text. */
    public static YamlNode read(Path file) {
        var name = file.toString();
        try {
            if (Files.isDirectory(file)) {
                throw new InputFileException(name, 1, "this is a folder, not a file");
            }
            if (Files.size(file) > 4L * LARGEST) {
                throw new InputFileException(name, 1, tooLarge());
            }
            return read(name, utf8(name, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new InputFileException(name, 1, "there is no such file");
        } catch (IOException e) {
            throw new InputFileException(name, 1, "the file cannot be read: " + e.getMessage());
        }
    }

    /** Reads the text of a file; the name is what messages say. */
    public static YamlNode read(String file, String text) {
        if (text.length() > LARGEST) {
            throw new InputFileException(file, 1, tooLarge());
        }
        var node = compose(file, text);
        if (node == null) {
            throw new InputFileException(file, 1, "the file is empty");
        }
        return new YamlNode(file, node);
    }

    private static @Nullable Node compose(String file, String text) {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            var parser = new ParserImpl(new StreamReader(text), limits);
            return new Composer(parser, new Resolver(), limits).getSingleNode();
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            throw new InputFileException(file, line, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new InputFileException(file, 1, "not YAML: " + firstLine(e));
        }
    }

    private static String utf8(String name, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString().replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new InputFileException(name, 1, "the file is not text in UTF-8");
        }
    }

    private static String firstLine(YAMLException e) {
        var message = e.getMessage();
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }

    private static String tooLarge() {
        return "the file is too large; " + LARGEST + " characters are allowed";
    }
}
