package keiyaku.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlNodeTest {

    private static final String ORDER =
            """
            # an order
            day: 2026-01-31
            at: 2026-01-31T09:00:00+09:00
            rate: 10%
            size: 100 GB
            on: true
            count: 42
            quoted: "true"
            nothing:
            items: [a, {b: 1}]
            """;

    private static YamlNode read(String text) {
        return YamlDocument.read("order.yaml", text);
    }

    @Test
    void valuesComeAsWritten() {
        var order = read(ORDER);
        assertThat(order.date("day")).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(order.text("day")).isEqualTo("2026-01-31");
        assertThat(order.text("at")).isEqualTo("2026-01-31T09:00:00+09:00");
        assertThat(order.child("rate").as(Rate::parse)).isEqualTo(Rate.parse("10%"));
        assertThat(order.text("size")).isEqualTo("100 GB");
        assertThat(order.bool("on")).isTrue();
        assertThat(order.integer("count")).isEqualTo(42);
        assertThat(order.child("on").isBool()).isTrue();
        assertThat(order.child("quoted").isBool()).isFalse();
        assertThat(order.optional("nothing")).isEmpty();
        assertThat(order.has("nothing")).isTrue();
        assertThat(order.list("items")).hasSize(2);
        assertThat(order.list("none")).isEmpty();
        assertThat(order.map()).containsKeys("day", "items");
        assertThat(order.list("items").get(1).line()).isEqualTo(10);
        assertThat(order.list("items").get(1).column()).isEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource
    void wrongFilesNameLineAndReason(String text, String message) {
        assertThatThrownBy(() -> read(text).map()).hasMessage("order.yaml:" + message);
    }

    static Stream<Arguments> wrongFilesNameLineAndReason() {
        return Stream.of(
                Arguments.of("", "1: the file is empty"),
                Arguments.of("# only words\n", "1: the file is empty"),
                Arguments.of("- a\n- b\n", "1: expected keys with values, found a list"),
                Arguments.of("a: 1\nb: 2\na: 3\n", "3: 'a' stands here twice; first in line 1"),
                Arguments.of(
                        "a: 1\nb: [2\n", "3: not YAML: expected ',' or ']', but got <stream end>"),
                Arguments.of(
                        "a: 1\n\tb: 2\n",
                        "2: not YAML: found character '\\t(TAB)' that cannot start any token."
                                + " (Do not use \\t(TAB) for indentation)"),
                Arguments.of("a: 1\n---\nb: 2\n", "2: not YAML: but found another document"),
                Arguments.of(
                        "a: !!java.net.URL {}\n".replace("!!", "!"),
                        "1: tags such as !java.net.URL are not read; leave it out"),
                Arguments.of("a: &x\n  b: *x\n", "1: an alias that contains itself"));
    }

    @ParameterizedTest
    @MethodSource
    void wrongValuesNameLineAndReason(String text, String key, String message) {
        assertThatThrownBy(() -> readAs(read(text), key))
                .isInstanceOf(InputFileException.class)
                .hasMessage("order.yaml:" + message);
    }

    private static Object readAs(YamlNode node, String key) {
        return switch (key) {
            case "day" -> node.date(key);
            case "count" -> node.child(key).integer(1, 31);
            case "on" -> node.bool(key);
            case "term" -> node.child(key).as(Term::parse);
            case "items" -> node.list(key);
            default -> node.text(key);
        };
    }

    static Stream<Arguments> wrongValuesNameLineAndReason() {
        return Stream.of(
                Arguments.of("a: 1", "word", "1: 'word' is missing"),
                Arguments.of("a: 1\nword:\n", "word", "2: 'word' has no value"),
                Arguments.of("a: 1\nword: ''\n", "word", "2: a text must not be empty"),
                Arguments.of("word: [a]", "word", "1: expected a text, found a list"),
                Arguments.of("word: {a: b}", "word", "1: expected a text, found keys with values"),
                Arguments.of("\n\nitems: a", "items", "3: expected a list, found 'a'"),
                Arguments.of("count: 1.5", "count", "1: '1.5' is not a whole number"),
                Arguments.of("count: 32", "count", "1: 32 is not allowed; write 1 to 31"),
                Arguments.of(
                        "day: 2026-02-30",
                        "day",
                        "1: '2026-02-30' is not a date; write 2026-01-31"),
                Arguments.of("on: yes", "on", "1: 'yes' is not known. Allowed here: false, true"),
                Arguments.of(
                        "a: 1\nterm: 1 year",
                        "term",
                        "2: '1 year' is not a term; write P1M, P6M, P1Y"));
    }

    @Test
    void anUnknownKeyIsAnsweredWithTheNearest() {
        var node = read("code: a\npirce: 1\n");
        assertThatThrownBy(() -> node.refuseUnknown(Set.of("code", "price")))
                .hasMessage(
                        "order.yaml:2: unknown key 'pirce'; did you mean 'price'?"
                                + " Allowed here: code, price");
        assertThatThrownBy(() -> node.refuseUnknown(Set.of("code", "seats")))
                .hasMessage("order.yaml:2: unknown key 'pirce'. Allowed here: code, seats");
    }

    @Test
    void aFileThatIsNotThereOrNotTextSaysSo(@TempDir Path folder) throws IOException {
        var missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> YamlDocument.read(missing))
                .hasMessage(missing + ":1: there is no such file");
        assertThatThrownBy(() -> YamlDocument.read(folder))
                .hasMessage(folder + ":1: this is a folder, not a file");
        var latin = folder.resolve("latin.yaml");
        Files.write(latin, "a: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> YamlDocument.read(latin))
                .hasMessage(latin + ":1: the file is not text in UTF-8");
    }

    @Test
    void sizeDepthAndAliasesAreLimited() {
        assertThatThrownBy(() -> read("a: " + "x".repeat(2_000_001)))
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> read("[".repeat(40) + "]".repeat(40)))
                .isInstanceOf(InputFileException.class);
        var laughs = new StringBuilder("a: &a [x, x]\n");
        for (char c = 'b'; c < 'm'; c++) {
            laughs.append("%c: &%c [*%c, *%c]\n".formatted(c, c, c - 1, c - 1));
        }
        assertThatThrownBy(() -> read(laughs.toString())).isInstanceOf(InputFileException.class);
    }
}
