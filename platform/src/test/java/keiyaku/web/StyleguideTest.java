package keiyaku.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import keiyaku.testing.App;
import keiyaku.testing.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every component in every state, in a real browser: readable, reachable, in its box. */
class StyleguideTest {

    private static final App APP = App.shared();
    private static final String[] PATHS = {
        "/", "/styleguide", "/styleguide/my", "/styleguide/sheet", "/nowhere"
    };

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void eachPageFitsInEachLanguage(String language) {
        try (var visitor = Browser.visitor(APP, language)) {
            for (var path : PATHS) {
                var page = visitor.open(path);
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                visitor.axe();
                visitor.noRawKey();
                visitor.nothingOverflows();
                visitor.phone().nothingOverflows();
                visitor.screenshot(name(path) + "-" + language);
            }
        }
    }

    @Test
    void darkIsReadableToo() {
        try (var visitor = Browser.darkVisitor(APP, "en")) {
            for (var path : PATHS) {
                visitor.open(path);
                visitor.axe();
                visitor.screenshot(name(path) + "-dark");
            }
        }
    }

    @Test
    void theChosenAppearanceStays() {
        try (var visitor = Browser.visitor(APP, "en")) {
            var page = visitor.open("/styleguide");
            page.getByRole(AriaRole.LINK, named("Dark")).click();
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            page.getByRole(AriaRole.LINK, named("한국어")).click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ko");
            assertThat(page.url()).endsWith("/styleguide");
        }
    }

    @Test
    void errorsTakeTheFocusAndLeadToTheirField() {
        try (var visitor = Browser.visitor(APP, "en")) {
            var page = visitor.open("/styleguide");
            page.getByLabel("Mail address").fill("mina@example.com");
            page.getByLabel("Password").fill("Secret-1");
            page.getByRole(AriaRole.BUTTON, named("Check and go on")).click();
            var summary = page.locator(".summary");
            assertThat(summary.evaluate("e => e === document.activeElement")).isEqualTo(true);
            visitor.axe();
            assertThat(page.getByLabel("Mail address").inputValue()).isEqualTo("mina@example.com");
            assertThat(page.getByLabel("Password").inputValue()).isEmpty();
            page.getByRole(AriaRole.LINK, named("Name: Please fill this in.")).click();
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("name");
            visitor.screenshot("styleguide-errors");
        }
    }

    @Test
    void aRefusalSaysWhatIsPossibleInstead() {
        try (var visitor = Browser.visitor(APP, "ja")) {
            var page = visitor.open("/styleguide");
            page.locator("#name").fill("山田 花子");
            page.locator("#email").fill("hanako@example.jp");
            page.locator("#password").fill("Secret-1");
            page.locator("#start").fill("2026-01-31");
            page.locator("#country").selectOption("JP");
            page.locator("#agree").check();
            page.locator("form[data-draft] .actions button").click();
            assertThat(page.locator(".summary").innerText()).contains("送信できません", "エラーの表示を確かめられます");
            visitor.axe();
        }
    }

    @Test
    void aDraftOutlivesAReloadButASecretDoesNot() {
        try (var visitor = Browser.visitor(APP, "en")) {
            var page = visitor.open("/styleguide");
            page.getByLabel("Name").first().fill("Mina Fischer");
            page.getByLabel("Password").fill("Secret-1");
            page.getByLabel("Anything else").fill("my card is 4242 4242 4242 4242");
            page.reload();
            assertThat(page.getByLabel("Name").first().inputValue()).isEqualTo("Mina Fischer");
            assertThat(page.evaluate("() => JSON.stringify(sessionStorage)").toString())
                    .contains("Mina")
                    .doesNotContain("Secret", "4242");
        }
    }

    @Test
    void aDialogTakesAndReturnsTheFocus() {
        try (var visitor = Browser.visitor(APP, "en")) {
            var page = visitor.open("/styleguide");
            page.getByRole(AriaRole.BUTTON, named("See what cancelling means")).click();
            assertThat(page.locator("#sample-dialog").isVisible()).isTrue();
            visitor.axe();
            page.locator("#sample-dialog summary").first().click();
            visitor.phone().nothingOverflows();
            page.keyboard().press("Escape");
            assertThat(page.locator("#sample-dialog").isVisible()).isFalse();
            assertThat(page.evaluate("() => document.activeElement.dataset.open"))
                    .isEqualTo("sample-dialog");
        }
    }

    @Test
    void worksWithTheKeyboardOnly() {
        try (var visitor = Browser.visitor(APP, "en")) {
            var page = visitor.open("/styleguide");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.closest('main') !== null"))
                    .isEqualTo(true);
        }
    }

    private static String name(String path) {
        return path.equals("/") ? "landing" : path.substring(1).replace('/', '-');
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }
}
