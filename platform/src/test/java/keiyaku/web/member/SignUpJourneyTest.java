package keiyaku.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.member.MemberExamples;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.shared.Language;
import keiyaku.testing.App;
import keiyaku.testing.Browser;
import keiyaku.testing.Outside;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** M-1 to M-5, M-9, M-10 in a browser, with mail and SMS from the inbox; each page looked at. */
class SignUpJourneyTest {

    private static final AtomicInteger NEXT = new AtomicInteger(2000);

    private static Outside outside;
    private static App app;

    private final int number = NEXT.incrementAndGet();
    private final String email = "hanako" + number + "@example.jp";

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

    @Test
    void anIndividualSignsUpInJapanese() {
        try (var browser = Browser.visitor(app, "ja")) {
            var page = browser.open("/sign-up");
            look(browser, "sign-up-1-place");
            page.selectOption("#country", "JP");
            page.check("input[name=type][value=individual]");
            send(page);
            look(browser, "sign-up-2-terms");
            send(page);
            assertThat(page.locator(".summary").innerText()).contains("同意");
            look(browser, "sign-up-2-terms-wrong");
            page.check("#terms-of-use");
            page.check("#privacy");
            page.check("#marketing-mail");
            send(page);

            look(browser, "sign-up-3-form");
            fillPerson(page);
            page.fill("#birthDate", "2999-01-01");
            page.fill("#phone", "03-1234-5678");
            send(page);
            look(browser, "sign-up-3-form-wrong");
            assertThat(page.locator("#birthDate-error").innerText()).contains("未来");
            assertThat(page.locator("#phone-error").innerText()).contains("携帯電話");
            assertThat(page.inputValue("#name")).isEqualTo("山田 花子");
            page.fill("#birthDate", "1990-04-01");
            page.fill("#phone", "090-1234-" + number);
            page.fill("#password", MemberExamples.PASSWORD);
            page.fill("#passwordAgain", MemberExamples.PASSWORD);
            send(page);

            var code = outside.mailedCode(email, 1);
            look(browser, "sign-up-4-mail");
            page.fill("#code", "000000".equals(code) ? "111111" : "000000");
            send(page);
            assertThat(page.locator(".summary").innerText()).contains("あと4回");
            page.fill("#code", code);
            send(page);
            look(browser, "sign-up-5-phone");
            // Left here, the sign-up is resumed on this step.
            page = browser.open("/sign-up");
            assertThat(page.url()).endsWith("/sign-up/phone");
            page.fill("#code", outside.messagedCode("+81901234" + number, 1));
            send(page);
            look(browser, "sign-up-6-language");
            send(page);
            look(browser, "sign-up-7-done");

            page.click(".actions a");
            page.fill("#email", email.toUpperCase(java.util.Locale.ROOT));
            page.fill("#password", MemberExamples.PASSWORD);
            send(page);
            assertThat(page.url()).contains("/my/payment-methods");
            var member = app.part(Members.class).byEmail(email).orElseThrow();
            assertThat(member.displayName()).isEqualTo("山田 花子");
            assertThat(member.language()).isEqualTo(Language.JA);
            assertThat(outside.mails(email)).hasSize(2);
        }
    }

    private void fillPerson(Page page) {
        page.fill("#email", email);
        page.fill("#password", MemberExamples.PASSWORD);
        page.fill("#passwordAgain", MemberExamples.PASSWORD);
        page.fill("#name", "山田 花子");
        page.fill("#postalCode", "１００－０００１");
        page.fill("#region", "東京都");
        page.fill("#city", "千代田区");
        page.fill("#street", "千代田1-1");
        page.selectOption("#serviceField", "web");
        page.selectOption("#heardFrom", "search");
    }

    @Test
    void aBusinessSignsUpInEnglishAndCorrectsItsAddress() {
        try (var browser = Browser.visitor(app, "en")) {
            var page = browser.open("/sign-up");
            page.selectOption("#country", "US");
            page.check("input[name=type][value=business]");
            send(page);
            page.check("#terms-of-use");
            page.check("#privacy");
            send(page);
            look(browser, "sign-up-3-form-business");
            page.fill("#email", "wrong" + number + "@bounce.example");
            page.fill("#password", MemberExamples.PASSWORD);
            page.fill("#passwordAgain", MemberExamples.PASSWORD);
            page.fill("#companyName", "O'Brien & Sons <Inc>");
            page.fill("#businessNumber", "12-3456789");
            page.fill("#representativeName", "Anne O'Brien");
            page.fill("#businessCategory", "Services");
            page.fill("#businessItem", "Software");
            page.fill("#postalCode", "94105");
            page.fill("#region", "CA");
            page.fill("#city", "San Francisco");
            page.fill("#street", "1 Market Street");
            page.fill("#contactName", "Jo Smith");
            page.fill("#phone", "(415) 555-" + (number - 1000));
            page.selectOption("#serviceField", "commerce");
            page.selectOption("#heardFrom", "partner");
            send(page);

            waitForBounce(browser);
            look(browser, "sign-up-4-mail-bounced");
            page.fill("#email", email);
            page.click("main form .actions button");
            page.fill("#code", outside.mailedCode(email, 1));
            send(page);
            var phone = "+1415555" + (number - 1000);
            page.fill("#code", outside.messagedCode(phone, 1));
            send(page);
            send(page);
            assertThat(page.locator("h1").innerText()).isEqualTo("Your account is open");
            var member = app.part(Members.class).byEmail(email).orElseThrow();
            assertThat(member.type()).isEqualTo(MemberType.BUSINESS);
            assertThat(member.displayName()).isEqualTo("O'Brien & Sons <Inc>");
            assertThat(member.businessNumber()).isEqualTo("123456789");
            assertThat(member.phone()).isEqualTo(phone);
        }
    }

    private static void waitForBounce(Browser browser) {
        for (int i = 0; i < 100; i++) {
            var page = browser.open("/sign-up/mail");
            if (page.locator(".notice-bad").count() > 0) {
                return;
            }
            page.waitForTimeout(50);
        }
        throw new AssertionError("the bounce is not shown");
    }

    private static void look(Browser browser, String name) {
        browser.axe();
        browser.nothingOverflows();
        browser.noRawKey();
        browser.screenshot(name);
    }

    private static void send(Page page) {
        page.click("main form .actions button.button-main");
        page.waitForLoadState();
    }
}
