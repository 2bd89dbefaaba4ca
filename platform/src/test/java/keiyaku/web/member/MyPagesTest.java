package keiyaku.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.member.MemberExamples;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.testing.App;
import keiyaku.testing.Browser;
import keiyaku.testing.Outside;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member's own pages in a browser: each looked at, in each language, and used. */
class MyPagesTest {

    private static final AtomicInteger NEXT = new AtomicInteger(7000);
    private static final List<String> OWN =
            List.of("/my", "/my/profile", "/my/security", "/my/password", "/my/email", "/my/phone");
    private static final List<String> OPEN =
            List.of("/login", "/login?why=ended", "/login/reset", "/login/reset/x", "/sign-up");

    private static Outside outside;
    private static App app;

    private final int number = NEXT.incrementAndGet();
    private final String email = "page" + number + "@members.example";

    @BeforeAll
    static void start() {
        outside = Outside.start();
        app = App.start(outside.settings());
    }

    @AfterAll
    static void stop() {
        app.stop();
        outside.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void eachPageInEachLanguage(String language) {
        register(MemberType.BUSINESS, "KR");
        try (var browser = Browser.visitor(app, language)) {
            for (var path : OPEN) {
                look(browser, path, language);
            }
            logIn(browser.open("/login?lang=" + language));
            for (var path : OWN) {
                look(browser, path, language);
            }
        }
    }

    private static void look(Browser browser, String path, String language) {
        var page = browser.open(path);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        browser.noRawKey();
        browser.axe();
        browser.desktop().nothingOverflows();
        browser.phone().nothingOverflows();
        browser.desktop();
        if (List.of("ja", "en").contains(language)) {
            browser.screenshot(path.substring(1).replaceAll("[/?=]", "-") + "-" + language);
        }
    }

    @Test
    void theProfileIsChangedAndSaysSo() {
        register(MemberType.INDIVIDUAL, "JP");
        try (var browser = Browser.visitor(app, "ja")) {
            var page = logIn(browser.open("/my/profile"));
            assertThat(page.locator(".notice-caution").innerText()).contains("お支払い方法");
            page.fill("#postalCode", "100");
            page.fill("#city", "千代田区");
            send(page);
            assertThat(page.locator("#postalCode-error").innerText()).contains("郵便番号");
            assertThat(page.inputValue("#city")).isEqualTo("千代田区");
            page.fill("#postalCode", "1000001");
            page.fill("#region", "東京都");
            page.fill("#street", "千代田1-1");
            page.selectOption("#language", "ko");
            send(page);
            assertThat(page.locator(".notice-good").innerText()).contains("저장했습니다");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ko");
            assertThat(page.inputValue("#city")).isEqualTo("千代田区");
        }
    }

    @Test
    void whatWasTypedSurvivesALostSession() {
        register(MemberType.INDIVIDUAL, "JP");
        try (var browser = Browser.visitor(app, "en")) {
            var page = logIn(browser.open("/my/profile"));
            page.fill("#city", "Chiyoda");
            send(page);
            page.fill("#street", "1-1 Chiyoda");
            endSession(page);
            send(page);
            assertThat(page.url()).contains("/login");
            assertThat(page.locator(".notice").innerText()).contains("still filled in");
            logIn(page);
            assertThat(page.url()).endsWith("/my/profile");
            assertThat(page.inputValue("#street")).isEqualTo("1-1 Chiyoda");
        }
    }

    @Test
    void anotherAddressIsProvenByItsCode() {
        register(MemberType.INDIVIDUAL, "US");
        var wanted = "moved" + number + "@example.jp";
        try (var browser = Browser.visitor(app, "en")) {
            var page = logIn(browser.open("/my/email"));
            page.fill("#email", wanted);
            page.fill("#currentPassword", MemberExamples.PASSWORD);
            send(page);
            browser.axe();
            browser.screenshot("my-email-pending-en");
            page.fill("#code", outside.mailedCode(wanted, 1));
            send(page);
            assertThat(page.locator(".notice-good").innerText()).contains("is changed");
            assertThat(page.locator("main").innerText()).contains(wanted);
        }
    }

    private void register(MemberType type, String country) {
        var plain = NewMember.named("page" + number, type, country);
        var wanted =
                new NewMember(null, plain.details(), plain.language(), MemberExamples.PASSWORD);
        app.part(Members.class).register(List.of(wanted));
    }

    private Page logIn(Page page) {
        page.fill("#email", email);
        page.fill("#password", MemberExamples.PASSWORD);
        send(page);
        return page;
    }

    /** The server has forgotten it; the browser has not. */
    private static void endSession(Page page) {
        page.context()
                .addCookies(
                        List.of(
                                new Cookie("session", "Z29uZQ==")
                                        .setUrl(app.url("/"))
                                        .setHttpOnly(true)));
    }

    private static void send(Page page) {
        page.click("main form .actions button.button-main");
        page.waitForLoadState();
    }
}
