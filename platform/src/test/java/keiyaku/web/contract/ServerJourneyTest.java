package keiyaku.web.contract;

import static keiyaku.web.contract.ConsoleVisits.seen;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import keiyaku.contract.Contracts;
import keiyaku.contract.ServerDates;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.run.Runs;
import keiyaku.run.TimeMachine;
import keiyaku.shared.AccountId;
import keiyaku.testing.App;
import keiyaku.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A server contract from its order to its renewal, in a browser (H-1 to H-13). */
class ServerJourneyTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final App APP = App.start(Map.of("keiyaku.test.login-by-header", true));

    @AfterAll
    static void stop() {
        APP.stop();
    }

    @Test
    void orderedByCardChangedAndRenewedByItself() {
        var account = member("server-card");
        try (var browser = browser(account, "ja")) {
            browser.open("/console/servers");
            order(browser);
            changeNext(browser);
            addCertificate(browser);
            renewed(browser, account);
            reset(browser);
        }
    }

    @Test
    void orderedByTransferInEnglish() {
        var account = member("server-transfer");
        try (var browser = browser(account, "en")) {
            var page = browser.open("/console/servers/new");
            page.locator("#agree-server-terms").check();
            page.locator("form .button-main").click();
            page.locator("#transfer").waitFor();
            seen(browser, "server-awaiting-en");
            assertThat(page.locator("h1 + .tag").innerText()).contains("payment");
            browser.open("/console/servers");
            seen(browser, "servers-en");
        }
    }

    private static void order(Browser browser) {
        var page = browser.open("/console/servers/new");
        page.locator("input[name=term][value=P3M]").check();
        page.locator(".breakdown-total").getByText("2,904円").waitFor();
        page.locator("#opt-backup").selectOption("backup~P1M");
        page.locator(".breakdown-total").getByText("3,267円").waitFor();
        page.locator("#opt-device").selectOption("device-security~P1M");
        page.locator("#devices").waitFor();
        page.locator("#devices").fill("3");
        page.locator("#devices").blur();
        page.locator(".breakdown-total").getByText("3,993円").waitFor();
        registerCard(browser);
        page.locator("form .button-main").click();
        page.locator(".summary").waitFor();
        seen(browser, "server-new-ja");
        page.locator("#agree-server-terms").check();
        page.locator("form .button-main").click();
        page.locator(".span-chart").waitFor();
        assertThat(page.locator("h1 + .tag").innerText()).contains("ご利用中");
        assertThat(page.locator(".span-row").count()).isEqualTo(3);
        seen(browser, "server-ja");
    }

    /** H-5: the card is entered within the order, and what was chosen stays. */
    private static void registerCard(Browser browser) {
        var page = browser.page();
        page.locator("input[name=pay][value=wallet]").check();
        page.locator("a[href*='/my/payment-methods/wallet?back=']").waitFor();
        page.locator("input[name=pay][value=card]").check();
        var enter = new GetByRoleOptions().setName("カード情報を入力する");
        seen(browser, "server-new-no-card-ja");
        page.getByRole(AriaRole.BUTTON, enter).click();
        var frame = page.frameLocator("[data-card-frame]");
        frame.locator("#number").fill("4242424242424242");
        frame.locator("#expiry").fill("12 / 39");
        frame.locator("#cvc").fill("123");
        frame.locator("#holder").fill("TARO YAMADA");
        frame.locator("#send").click();
        page.locator(".notice-good").waitFor();
        page.locator(".breakdown-total").getByText("3,993円").waitFor();
        assertThat(page.locator("input[name=term][value=P3M]").isChecked()).isTrue();
        assertThat(page.locator("input[name=pay][value=card]").isChecked()).isTrue();
    }

    private static void changeNext(Browser browser) {
        var page = browser.page();
        link(page, "次回ご契約内容を変更する");
        page.locator("dialog").waitFor();
        page.locator("dialog input[name=term][value=P1Y]").check();
        page.locator("dialog .breakdown").getByText("7,920円").first().waitFor();
        seen(browser, "server-next-ja");
        page.locator("dialog .button-main").click();
        page.locator(".notice-good").waitFor();
    }

    private static void addCertificate(Browser browser) {
        var page = browser.page();
        link(page, "独自SSL");
        page.locator("#opt-ssl").selectOption("ssl-dv~P1Y");
        page.locator("#agree-ssl-terms").waitFor();
        page.locator("#name").fill("www.example.jp");
        page.locator("#agree-ssl-terms").check();
        page.locator("form .button-main").click();
        page.locator("table").getByText("www.example.jp").waitFor();
        prove(page);
        seen(browser, "server-ssl-ja");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("自動更新する")).click();
        page.locator(".notice-good").waitFor();
    }

    /** H-2: the record that the page asks for is put, looked for, and the certificate is there. */
    private static void prove(Page page) {
        var codes = page.locator(".certificate .copy code");
        // The run orders it; its first call to the authority takes a moment.
        for (int i = 0; i < 200 && codes.count() == 0; i++) {
            APP.part(Runs.class).catchUp("certificates", 1);
            page.reload();
        }
        assertThat(codes.count()).as(page.locator("main").innerText()).isPositive();
        var json = "{\"name\": \"%s\", \"value\": \"%s\"}";
        var check = new GetByRoleOptions().setName("DNSレコードを今すぐ確認する");
        page.getByRole(AriaRole.BUTTON, check).click();
        page.locator(".notice-caution").first().waitFor();
        var names = APP.outside().sandbox().authority().resolve("/control/dns").toString();
        page.request()
                .post(
                        names,
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(
                                        json.formatted(
                                                codes.nth(0).innerText(),
                                                codes.nth(1).innerText())));
        page.getByRole(AriaRole.BUTTON, check).click();
        page.locator(".certificate").getByText("発行済み").waitFor();
        assertThat(page.locator(".certificate").innerText())
                .contains("CN=www.example.jp", "Keiyaku Sandbox CA");
    }

    /** The clock goes over the day of collection, then over the term's end. */
    private static void renewed(Browser browser, AccountId account) {
        var contract = APP.part(Contracts.class).of(account).getFirst();
        var dates = ServerDates.of(contract);
        var page = browser.open("/console/servers/" + contract.id());
        assertThat(page.locator(".answer").innerText())
                .contains(browserDay(dates.term().end().toString()));
        var time = APP.part(TimeMachine.class);
        time.moveTo(dates.collectedOn().atTime(12, 0).atZone(TOKYO).toInstant());
        browser.open("/console/servers/" + contract.id());
        assertThat(page.locator(".answer").innerText()).contains("お支払いは完了");
        time.moveTo(dates.term().end().atTime(12, 0).atZone(TOKYO).toInstant());
        browser.open("/console/servers/" + contract.id());
        var next = APP.part(Contracts.class).contract(account, contract.id());
        assertThat(next.requireAgreement().term().months()).isEqualTo(12);
    }

    private static void reset(Browser browser) {
        var page = browser.page();
        link(page, "支払い方法をリセットする");
        page.locator("dialog").waitFor();
        page.locator("dialog .button-main").click();
        page.locator(".notice-good").waitFor();
        assertThat(page.locator(".answer").innerText()).contains("自動更新はされません");
        seen(browser, "server-by-hand-ja");
    }

    private static String browserDay(String iso) {
        var parts = iso.split("-");
        return "%s年%d月%d日"
                .formatted(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static AccountId member(String name) {
        var wanted = NewMember.named(name, MemberType.INDIVIDUAL, "JP");
        return APP.part(Members.class).register(List.of(wanted)).getFirst().account();
    }

    private static Browser browser(AccountId account, String language) {
        var browser = Browser.visitor(APP, language);
        var context = browser.page().context();
        context.setExtraHTTPHeaders(Map.of("Test-Account", account.value().toString()));
        context.addCookies(List.of(new Cookie("lang", language).setUrl(APP.url("/"))));
        return browser;
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
