package keiyaku.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each text is there in all four languages, with the same places, and is used. */
class MessagesTest {

    private static final Messages MESSAGES = new Messages(true);
    private static final Set<String> KEYS = new TreeSet<>(MESSAGES.keys(Language.EN));
    private static final String SOURCES = sources();

    /** Named by codes in the catalog's file, not in the source. */
    private static final List<String> BY_DATA =
            List.of(
                    "catalog.category.",
                    "catalog.feature.",
                    "catalog.platform.",
                    "catalog.region.");

    @ParameterizedTest
    @EnumSource
    void eachKeyIsInEachLanguage(Language language) {
        assertThat(new TreeSet<>(MESSAGES.keys(language))).isEqualTo(KEYS);
    }

    @ParameterizedTest
    @EnumSource
    void eachTextHasTheSamePlaces(Language language) {
        for (var key : KEYS) {
            assertThat(MESSAGES.find(language, key).places())
                    .as(key + " in " + language.tag())
                    .containsExactlyInAnyOrderElementsOf(MESSAGES.find(Language.EN, key).places());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsEmptyOrShouts(Language language) {
        for (var key : KEYS) {
            assertThat(MESSAGES.find(language, key).toString())
                    .as(key + " in " + language.tag())
                    .isNotBlank()
                    .doesNotContain("!", "\uFF01");
        }
    }

    /**
     * A key stands in the source, begins with a literal that something is added to, or is data's.
     */
    @Test
    void noTextIsUnused() {
        var prefixes =
                Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)*\\.)\" \\+")
                        .matcher(SOURCES)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
        prefixes.addAll(BY_DATA);
        var unused = new TreeSet<String>();
        for (var key : KEYS) {
            if (!isNamed(key) && prefixes.stream().noneMatch(key::startsWith)) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void argumentsAreWrittenAsTheLanguageDoes() {
        var amount = Money.of(2_400, "JPY");
        var day = java.time.LocalDate.of(2025, 11, 5);
        assertThat(MESSAGES.text(Language.JA, "web.style.answer", day, amount, day.minusDays(1)))
                .isEqualTo("ご契約は2025年11月5日に2,400円（税込）で更新されます。2025年11月4日まで変更できます。");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "It's {0},It's 5",
                "\"{0,choice,1#one day|1<{0} days}\",5 days",
                "no place at all,no place at all"
            })
    void anApostropheIsAnApostrophe(String written, String shown) {
        assertThat(MessageText.of(written).fill(new Formats(Language.EN), 5)).isEqualTo(shown);
    }

    @Test
    void factsAreFilledByName() {
        var text = MessageText.of("Through {day}, {day} included, for {price}.");
        var facts =
                java.util.Map.<String, Object>of(
                        "day", java.time.LocalDate.of(2026, 2, 28), "price", Money.of(5, "USD"));
        assertThat(text.fill(new Formats(Language.EN), facts))
                .isEqualTo("Through 28 Feb 2026, 28 Feb 2026 included, for $0.05.");
    }

    private static boolean isNamed(String key) {
        if (SOURCES.contains("\"" + key + "\"")) {
            return true;
        }
        // Built from a code or from a field of a form: refusal.CODE, field.CODE, PREFIX.FIELD.hint.
        var base = key.replaceFirst("\\.(hint|instead|text|title|link)$", "");
        var last = base.substring(base.lastIndexOf('.') + 1);
        return SOURCES.contains("\"" + base + "\"") || SOURCES.contains("\"" + last + "\"");
    }

    private static String sources() {
        var text = new StringBuilder();
        for (var root : new String[] {"src/main/java", "src/main/jte"}) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    text.append(Files.readString(file)).append('\n');
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return text.toString();
    }
}
