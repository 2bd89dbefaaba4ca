package keiyaku.web.payment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.payment.Deposits;
import keiyaku.payment.PaymentMethod.VirtualAccount;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.testing.App;
import keiyaku.testing.Browser;
import keiyaku.testing.Outside;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P-7 to P-9 in a real browser: direct debit, deposits, and the wallet's own login. */
class OtherMethodPagesTest {

    private static final Outside OUTSIDE = Outside.start();
    private static final App APP = start();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static App start() {
        var settings = OUTSIDE.settings();
        settings.put("keiyaku.test.login-by-header", true);
        return App.start(settings);
    }

    @AfterAll
    static void stop() {
        APP.stop();
        OUTSIDE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void directDebitThenDepositsThatArrive(String language) throws Exception {
        var account = member(MemberType.BUSINESS, language);
        try (var visitor = visitor(account, language)) {
            var page = visitor.open("/my/payment-methods");
            page.locator("main a[href$='/direct-debit']").click();
            visitor.axe();
            visitor.noRawKey();
            fill(page, "1001", "山田");
            assertThat(page.locator("#accountNumber-error")).isVisible();
            visitor.noRawKey();
            fill(page, "0001001", "山田商事");
            assertThat(page.locator("#holder-error")).isVisible();
            assertThat(page.locator("#bankCode")).hasValue("9999");
            visitor.axe();
            visitor.phone().nothingOverflows();
            visitor.desktop();
            fill(page, "0001001", "ヤマダショウジ(カ");
            assertThat(page.locator(".notice-good")).isVisible();
            visitor.noRawKey();
            visitor.axe();
            visitor.screenshot("payment-debit-" + language);
            page.locator("form[action$='/deposit'] button").click();
            assertThat(page.locator(".notice-good")).isVisible();
            visitor.noRawKey();
            visitor.axe();
            visitor.phone().nothingOverflows();
            visitor.screenshot("payment-deposit-" + language);
        }
        assertThat(kinds(account)).containsExactly("deposit", "direct-debit");
        deposit(number(account), 4321);
        assertThat(arrived(account)).isEqualTo(4321);
    }

    @Test
    void aWalletIsLinkedByItsOwnLogin() throws Exception {
        var account = member(MemberType.INDIVIDUAL, "en");
        post(
                OUTSIDE.sandbox().wallet().resolve("/control/wallets"),
                "{\"id\":\"hanako-w\",\"password\":\"of-hers\"}");
        try (var visitor = visitor(account, "en")) {
            var page = visitor.open("/my/payment-methods");
            page.locator("main a[href$='/wallet']").click();
            logIn(page);
            page.locator("button[value=no]").click();
            assertThat(page.locator(".notice-good")).containsText("not linked");
            page.locator("main a[href$='/wallet']").click();
            logIn(page);
            page.locator("button[value=yes]").click();
            assertThat(page.locator(".notice-good")).containsText("Your wallet is linked");
            visitor.axe();
            visitor.noRawKey();
        }
        assertThat(kinds(account)).containsExactly("wallet");
    }

    @Test
    void whatIsNotAllowedIsNotOffered() {
        var account = member(MemberType.INDIVIDUAL, "en");
        try (var visitor = visitor(account, "en")) {
            var page = visitor.open("/my/payment-methods");
            assertThat(page.locator("main a[href$='/direct-debit']")).hasCount(0);
            assertThat(page.locator("form[action$='/deposit']")).hasCount(0);
            assertThat(page.locator("main")).containsText("Only businesses can use it.");
        }
    }

    private static void logIn(Page page) {
        page.locator("#id").fill("hanako-w");
        page.locator("button").click();
        page.locator("#password").fill("of-hers");
        page.locator("button").click();
    }

    private static void fill(Page page, String number, String holder) {
        page.locator("#bankCode").fill("9999");
        page.locator("#branchCode").fill("123");
        page.locator("#accountNumber").fill(number);
        page.locator("#holder").fill(holder);
        page.locator("main .button-main").click();
    }

    private static List<String> kinds(AccountId account) {
        return APP.part(PaymentMethods.class).of(account).stream()
                .map(method -> method.kind().code())
                .toList();
    }

    private static String number(AccountId account) {
        return APP.part(PaymentMethods.class).of(account).stream()
                .map(method -> method.means())
                .filter(VirtualAccount.class::isInstance)
                .map(means -> ((VirtualAccount) means).number())
                .findFirst()
                .orElseThrow();
    }

    /** The bank tells by its hook; that takes a moment. */
    private static long arrived(AccountId account) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            var all = APP.part(Deposits.class).of(account, 10);
            if (!all.isEmpty()) {
                return all.getFirst().amount().minor();
            }
            Thread.sleep(100);
        }
        return 0;
    }

    private static void deposit(String number, long amount) throws Exception {
        post(
                OUTSIDE.sandbox().bank().resolve("/control/deposits"),
                "{\"number\":\"%s\",\"amount\":%d}".formatted(number, amount));
    }

    private static void post(URI at, String json) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(at)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    private static Browser visitor(AccountId account, String language) {
        var visitor = Browser.visitor(APP, language);
        visitor.page()
                .context()
                .setExtraHTTPHeaders(Map.of("Test-Account", account.value().toString()));
        return visitor;
    }

    private static AccountId member(MemberType type, String language) {
        var named = NewMember.named("payer" + NUMBERS.incrementAndGet(), type, "JP");
        var speaking = Language.ofTag(language).orElseThrow();
        var wanted = new NewMember(null, named.details(), speaking, null);
        return APP.part(Members.class).register(List.of(wanted)).getFirst().account();
    }
}
