package keiyaku.web;

import static org.assertj.core.api.Assertions.assertThat;

import keiyaku.testing.App;
import keiyaku.testing.Browser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The frame around every page: language, headers, errors. */
class FrameTest {

    private static final App APP = App.shared();

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void theFirstPageIsReadInEachLanguage(String language) {
        try (var visitor = Browser.visitor(APP, language)) {
            var page = visitor.open("/");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            visitor.axe();
            visitor.noRawKey();
            visitor.phone().nothingOverflows();
            visitor.screenshot("landing-" + language);
        }
    }
}
