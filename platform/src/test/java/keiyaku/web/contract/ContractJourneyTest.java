package keiyaku.web.contract;

import static keiyaku.web.contract.ConsoleVisits.seen;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import keiyaku.testing.Browser;
import keiyaku.testing.Cards;
import org.junit.jupiter.api.Test;

/** From the list of products to a cancelled contract, in a browser (C-2 to C-14). */
class ContractJourneyTest {

    @Test
    void triedPaidUpgradedAndCancelledInJapanese() {
        var account = ConsoleVisits.member();
        try (var browser = ConsoleVisits.browser(account, "ja")) {
            browser.open("/console");
            seen(browser, "console-products-not-ready-ja");
            Cards.register(ConsoleVisits.APP, account);
            apply(browser, "ja");
            start(browser);
            upgrade(browser);
            renewal(browser);
            cancel(browser);
        }
    }

    private static void apply(Browser browser, String language) {
        var page = browser.open("/console");
        seen(browser, "console-products-" + language);
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("申し込む")).first().click();
        page.locator("#plan-basic").check();
        page.locator("#seats").fill("5");
        seen(browser, "apply-1-plan-" + language);
        button(page, "規約の確認へ進む");
        page.locator("#terms").check();
        seen(browser, "apply-2-terms-" + language);
        button(page, "同意して進む");
        page.locator("#name").fill("-hanabi");
        button(page, "使えるか確認");
        page.locator("#name-check .field-error").waitFor();
        page.locator("#name").fill("hanabi-2026");
        button(page, "使えるか確認");
        page.locator("#name-check .field-good").waitFor();
        page.locator("#adminId").fill("admin");
        assertThat(page.locator("[data-account]").innerText()).isEqualTo("admin@hanabi-2026");
        page.locator("#company").fill("花火株式会社");
        page.locator("#phone").fill("abc");
        button(page, "内容の確認へ進む");
        page.locator(".summary").waitFor();
        seen(browser, "apply-3-information-" + language);
        page.locator("#phone").fill("03-1234-5678");
        button(page, "内容の確認へ進む");
        page.locator("#adminPassword").fill("abcdefgh");
        button(page, "無料トライアルを始める");
        page.locator(".summary").waitFor();
        seen(browser, "apply-4-confirm-" + language);
        page.locator("#adminPassword").fill("hanabi77x");
        button(page, "無料トライアルを始める");
        page.locator(".next-steps").waitFor();
        seen(browser, "apply-5-done-" + language);
        link(page, "契約のページへ");
        assertThat(page.locator(".answer").innerText()).contains("無料");
        seen(browser, "contract-trial-" + language);
        browser.open("/console/contracts");
        seen(browser, "contracts-" + language);
        page.locator("tbody a").first().click();
    }

    private static void start(Browser browser) {
        var page = browser.page();
        link(page, "有料で使い始める");
        page.locator("dialog").waitFor();
        page.locator("dialog input[value='P1Y-monthly']").check();
        page.locator("dialog").getByText("を支払って今日から始める").waitFor();
        page.locator("dialog .quote summary").first().click();
        seen(browser, "start-dialog-ja");
        page.locator("dialog .button-main").click();
        page.locator(".notice-good").waitFor();
        assertThat(page.locator("h1 + .tag").innerText()).contains("ご利用中");
        seen(browser, "contract-active-ja");
    }

    private static void upgrade(Browser browser) {
        var page = browser.page();
        var address = page.url();
        browser.open(address.substring(address.indexOf("/console")) + "/upgrade");
        page.locator("input[name=plan][value=premium]").check();
        page.locator(".quote").waitFor();
        seen(browser, "upgrade-ja");
        page.locator("form .button-main").click();
        page.locator(".notice-good").waitFor();
        assertThat(page.locator("h1").innerText()).contains("プレミアム");
    }

    private static void renewal(Browser browser) {
        var page = browser.page();
        link(page, "更新の設定");
        page.locator("dialog").waitFor();
        seen(browser, "renewal-dialog-ja");
        page.locator("dialog input[value='none']").check();
        page.locator("dialog").getByText("更新しない設定にする").click();
        page.locator(".notice-good").waitFor();
        seen(browser, "contract-ends-ja");
    }

    private static void cancel(Browser browser) {
        var page = browser.page();
        link(page, "解約する");
        page.locator("dialog").waitFor();
        seen(browser, "cancel-dialog-ja");
        page.locator("dialog .button-grave").click();
        page.locator(".summary").waitFor();
        seen(browser, "cancel-page-ja");
        page.locator("#phrase").fill("解約に同意します");
        page.locator(".button-grave").click();
        page.locator(".notice-good").waitFor();
        assertThat(page.locator("h1 + .tag").innerText()).contains("終了");
        seen(browser, "contract-ended-ja");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).click();
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
