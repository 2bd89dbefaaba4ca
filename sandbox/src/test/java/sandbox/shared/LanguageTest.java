package sandbox.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LanguageTest {
    private static final List<String> PAGES =
            List.of(
                    "card",
                    "result",
                    "challenge",
                    "back",
                    "gone",
                    "bank",
                    "wallet",
                    "wallet-id",
                    "wallet-password",
                    "wallet-allow",
                    "inbox",
                    "mail");

    @Test
    void everyLanguageHasTheSameWords() {
        Set<String> keys = Language.EN.words().keySet();
        for (Language language : Language.values()) {
            assertThat(language.words().keySet()).as(language.tag()).isEqualTo(keys);
            assertThat(language.words().values()).as(language.tag()).noneMatch(String::isBlank);
        }
    }

    @Test
    void everyWordOfThePagesExists() {
        for (String page : PAGES) {
            var holes =
                    Pattern.compile(
                                    "\\{\\{((frame|result|acs|sandbox|bank|wallet|inbox)\\.[\\w.-]+)}}")
                            .matcher(Assets.text("pages/" + page + ".html"))
                            .results()
                            .map(hole -> hole.group(1))
                            .collect(Collectors.toSet());
            assertThat(Language.EN.words().keySet()).as(page).containsAll(holes);
        }
    }

    @Test
    void valuesAreEscapedUnlessTheyAreHtml() {
        var values = java.util.Map.of("a", "<b>\"&'", "h", "<i>");
        assertThat(Html.fill("{{a}} {{&h}}", values)).isEqualTo("&lt;b&gt;&quot;&amp;&#39; <i>");
    }
}
