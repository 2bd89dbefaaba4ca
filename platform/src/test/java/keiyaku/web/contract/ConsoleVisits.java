package keiyaku.web.contract;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.shared.AccountId;
import keiyaku.testing.App;
import keiyaku.testing.Browser;
import keiyaku.testing.Cards;

/** Members of the console's tests, and their browsers. */
final class ConsoleVisits {

    static final App APP = App.start(Map.of("keiyaku.test.login-by-header", true));

    private static final AtomicInteger NEXT = new AtomicInteger();

    private ConsoleVisits() {}

    static AccountId member() {
        var name = "console" + NEXT.incrementAndGet();
        var wanted = NewMember.named(name, MemberType.INDIVIDUAL, "JP");
        return APP.part(Members.class).register(List.of(wanted)).getFirst().account();
    }

    static AccountId payer() {
        var account = member();
        Cards.register(APP, account);
        return account;
    }

    static Browser browser(AccountId account, String language) {
        var browser = Browser.visitor(APP, language);
        var context = browser.page().context();
        context.setExtraHTTPHeaders(Map.of("Test-Account", account.value().toString()));
        context.addCookies(List.of(new Cookie("lang", language).setUrl(APP.url("/"))));
        return browser;
    }

    /** What is looked at on each page; pictures at both widths for people. */
    static void seen(Browser browser, String name) {
        browser.axe();
        browser.noRawKey();
        browser.screenshot(name);
        browser.phone().nothingOverflows();
        browser.desktop();
    }
}
