package keiyaku.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForURLOptions;
import java.util.regex.Pattern;
import keiyaku.crash.Child;
import keiyaku.member.MemberExamples;
import keiyaku.testing.Browser;
import keiyaku.testing.Outside;

/** One person who does each step of the main job by hand, in one language. */
final class Visitor implements AutoCloseable {

    private final Browser browser;
    private final Outside outside;
    private final String language;
    private final String name;
    private final String phone;

    Visitor(Child product, Outside outside, String language) {
        this.browser = Browser.visitor(product.url(), language);
        this.outside = outside;
        this.language = language;
        this.name = "journey-" + language;
        this.phone = "ja".equals(language) ? "09011110001" : "09011110002";
    }

    /** Mail and telephone are proved by what came to the inbox. */
    void signsUp() {
        var page = browser.open("/sign-up");
        page.selectOption("#country", "JP");
        page.check("input[name=type][value=individual]");
        goesOn();
        page.check("#terms-of-use");
        page.check("#privacy");
        goesOn();
        page.fill("#email", email());
        page.fill("#password", MemberExamples.PASSWORD);
        page.fill("#passwordAgain", MemberExamples.PASSWORD);
        page.fill("#name", "山田 花子");
        page.fill("#birthDate", "1990-04-01");
        page.fill("#postalCode", "100-0001");
        page.fill("#region", "東京都");
        page.fill("#city", "千代田区");
        page.fill("#street", "千代田1-1");
        page.fill("#phone", phone);
        page.selectOption("#serviceField", "web");
        page.selectOption("#heardFrom", "search");
        goesOn();
        page.fill("#code", outside.mailedCode(email(), 1));
        goesOn();
        page.fill("#code", outside.messagedCode("+81" + phone.substring(1), 1));
        goesOn();
        goesOn();
    }

    void logsIn() {
        var page = browser.page();
        page.click("main .actions a");
        page.fill("#email", email());
        page.fill("#password", MemberExamples.PASSWORD);
        goesOn();
        assertThat(page).hasURL(Pattern.compile(".*/my/payment-methods"));
    }

    /** In the acquirer's frame, and then the issuer's, who asks for a code. */
    void registersACard(String number) {
        var page = browser.page();
        page.locator("main .button-main").click();
        var frame = page.frameLocator("[data-card-frame]");
        frame.locator("#number").fill(number);
        frame.locator("#expiry").fill("1239");
        frame.locator("#cvc").fill("123");
        frame.locator("#holder").fill("HANAKO YAMADA");
        frame.locator("#send").click();
        frame.locator("#code").fill("123456");
        frame.locator("#confirm").click();
        assertThat(page.locator(".notice-good")).containsText(number.substring(12));
    }

    void triesWorks() {
        var page = browser.open("/console");
        page.click("a[href$='/works/apply']");
        page.check("#plan-basic");
        page.fill("#seats", "3");
        goesOn();
        page.check("#terms");
        goesOn();
        page.fill("#name", name);
        page.fill("#adminId", "admin");
        page.fill("#company", "花火株式会社");
        page.fill("#phone", "03-1234-5678");
        goesOn();
        page.fill("#adminPassword", "hanabi77x");
        goesOn();
        page.locator(".next-steps").waitFor();
        page.click("main > .actions a, main .actions .button-main");
        assertThat(page.locator(".tag-info").first()).isVisible();
    }

    void startsPaying() {
        var page = contract();
        page.click("main a[href$='/start']");
        page.locator("dialog .button-main").click();
        assertThat(page.locator(".notice-good")).isVisible();
        assertThat(page.locator(".tag-good").first()).isVisible();
    }

    void upgrades() {
        var page = contract();
        page.click("main a[href$='/upgrade']");
        page.check("dialog input[name=plan][value=premium]");
        page.locator("dialog .quote").waitFor();
        page.locator("dialog .button-main").click();
        assertThat(page.locator(".notice-good")).isVisible();
    }

    /** Of a term and its upgrade: the newest invoice is opened and printed. */
    void readsInvoices(int count) {
        var page = browser.open("/my/invoices");
        assertThat(page.locator("tbody tr")).hasCount(count);
        page.locator("tbody a").first().click();
        page.click("a[href$='/print']");
        assertThat(page.locator("body")).containsText("T8000000000001");
    }

    void cancels() {
        var page = contract();
        page.click("main a[href$='/cancel']");
        var dialog = page.locator("dialog");
        dialog.locator("input[name=day]").first().check();
        dialog.locator("#phrase").fill(dialog.locator("#phrase-hint strong").innerText());
        dialog.locator(".button-grave").click();
        assertThat(page.locator(".notice-good")).isVisible();
        assertThat(page.locator(".tag-quiet").first()).isVisible();
    }

    void logsOut() {
        var page = browser.open("/my");
        page.click("details.menu summary");
        page.click("details.menu button[type=submit]");
        page.waitForURL(url -> !url.contains("/my"), new WaitForURLOptions().setTimeout(5_000));
        browser.open("/my");
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    }

    @Override
    public void close() {
        browser.close();
    }

    private String email() {
        return "hanako-" + language + "@example.jp";
    }

    private Page contract() {
        var page = browser.open("/console/contracts");
        page.locator("tbody a").first().click();
        page.waitForLoadState();
        return page;
    }

    private void goesOn() {
        browser.page().click("main form .actions button.button-main");
        browser.page().waitForLoadState();
    }
}
