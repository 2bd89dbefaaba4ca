package keiyaku.web.payment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.testing.App;
import keiyaku.testing.Browser;
import keiyaku.testing.Outside;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P-3 to P-6 in a real browser: the acquirer's form in its frame, and the issuer's in that one. */
class PaymentMethodPagesTest {

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
    void aCardIsRegisteredWithAChallenge(String language) {
        var account = member("JP", Language.ofTag(language).orElseThrow());
        try (var visitor = visitor(account, language)) {
            var page = visitor.open("/my/payment-methods");
            visitor.axe();
            visitor.noRawKey();
            visitor.screenshot("payment-none-" + language);
            page.locator("main .button-main").click();
            var frame = page.frameLocator("[data-card-frame]");
            enter(frame, "4000390000000015");
            visitor.screenshot("payment-form-" + language);
            frame.locator("#send").click();
            frame.locator("#code").fill("123456");
            visitor.axe();
            visitor.screenshot("payment-challenge-" + language);
            frame.locator("#confirm").click();
            assertThat(page.locator(".notice-good")).containsText("Visa ···0015");
            assertThat(page.locator("dialog[open]")).hasCount(0);
            visitor.noRawKey();
            visitor.axe();
            visitor.phone().nothingOverflows();
            visitor.screenshot("payment-card-" + language);
        }
        assertThat(methods(account)).containsExactly("0015 default");
    }

    @ParameterizedTest
    @CsvSource({
        "4000390000000023, The card's issuer rejected the registration",
        "4000390000000049, The card's issuer could not be reached",
        "4000390000000098, The card's issuer refused it",
    })
    void whatWentWrongIsSaidInPlainWords(String number, String said) {
        var account = member("JP");
        try (var visitor = visitor(account, "en")) {
            var page = visitor.open("/my/payment-methods");
            page.locator("main .button-main").click();
            var frame = page.frameLocator("[data-card-frame]");
            enter(frame, number);
            frame.locator("#send").click();
            assertThat(page.locator("dialog[open] .summary h2")).hasText(said);
            visitor.axe();
            visitor.noRawKey();
            visitor.screenshot("payment-refused-" + number.substring(12));
            page.locator("dialog[open] .button-main").click();
            assertThat(page.frameLocator("[data-card-frame]").locator("#number")).isVisible();
        }
        assertThat(methods(account)).isEmpty();
    }

    @Test
    void leavingAtTheIssuerRegistersNothing() {
        var account = member("JP");
        try (var visitor = visitor(account, "en")) {
            var page = visitor.open("/my/payment-methods");
            page.locator("main .button-main").click();
            var frame = page.frameLocator("[data-card-frame]");
            enter(frame, "4000390000000015");
            frame.locator("#send").click();
            assertThat(page.locator("[data-card-challenge]")).isVisible();
            frame.locator("#cancel").click();
            assertThat(page.locator("dialog[open] .summary h2"))
                    .hasText("You left the registration");
            page.locator("dialog[open] .button-plain").click();
            assertThat(page.locator("dialog[open]")).hasCount(0);
        }
        assertThat(methods(account)).isEmpty();
    }

    @Test
    void aMemberAbroadIsToldWhichCardsAreTaken() {
        try (var visitor = visitor(member("US"), "en")) {
            var page = visitor.open("/my/payment-methods");
            page.locator("main .button-main").click();
            var frame = page.frameLocator("[data-card-frame]");
            enter(frame, "4000390000000007");
            frame.locator("#send").click();
            assertThat(page.locator("dialog[open] .summary h2"))
                    .hasText("This card was issued in our own country");
        }
    }

    @Test
    void aCardIsReplacedMadeTheDefaultAndRemoved() {
        var account = member("JP");
        try (var visitor = visitor(account, "en")) {
            var page = visitor.open("/my/payment-methods");
            register(page, ".button-main", "4000390000000007");
            register(page, "main > .actions .button-main", "3530390000000008");
            assertThat(methods(account)).hasSize(2);
            register(page, "tbody tr:nth-child(2) .button-quiet >> nth=0", "5200390000000002");
            assertThat(page.locator(".notice-good")).containsText("has taken the place of");
            assertThat(methods(account)).hasSize(2);
            visitor.screenshot("payment-two");
            page.locator("tbody tr:nth-child(2) .button-quiet >> nth=1").click();
            assertThat(page.locator("tbody tr:nth-child(1)")).containsText("Mastercard");
            page.locator("tbody tr:nth-child(2) .button-plain").click();
            visitor.axe();
            page.locator("dialog[open] .button-grave").click();
            assertThat(page.locator(".notice-good")).hasText("The card was removed.");
        }
        assertThat(methods(account)).hasSize(1);
    }

    /** P-6: what is blocked is said before anything can be entered. */
    @Test
    void aFrameThatIsBlockedIsSaidSo() {
        try (var visitor = visitor(member("JP"), "en")) {
            var page = visitor.open("/my/payment-methods");
            page.route("**/frames/card/**", Route::abort);
            page.locator("main .button-main").click();
            page.locator("[data-card-blocked]")
                    .waitFor(
                            new com.microsoft.playwright.Locator.WaitForOptions()
                                    .setTimeout(20_000));
        }
    }

    @Test
    void blockedCookiesAreSaidSo() {
        try (var visitor = visitor(member("JP"), "en")) {
            visitor.page()
                    .addInitScript(
                            "Object.defineProperty(Document.prototype, 'cookie',"
                                    + " {get: () => '', set: () => {}})");
            var page = visitor.open("/my/payment-methods");
            assertThat(page.locator("[data-blocked=cookie]")).isVisible();
            assertThat(page.locator("[data-blocked=script]")).isHidden();
            assertThat(page.locator("main .button-main")).isDisabled();
        }
    }

    private static void register(Page page, String button, String number) {
        page.locator(button).click();
        var frame = page.frameLocator("[data-card-frame]");
        enter(frame, number);
        frame.locator("#send").click();
        assertThat(page.locator(".notice-good")).containsText("···" + number.substring(12));
    }

    private static void enter(FrameLocator frame, String number) {
        frame.locator("#number").fill(number);
        frame.locator("#expiry").fill("12 / 39");
        frame.locator("#cvc").fill("123");
        frame.locator("#holder").fill("TARO YAMADA");
    }

    private static Browser visitor(AccountId account, String language) {
        var visitor = Browser.visitor(APP, language);
        visitor.page()
                .context()
                .setExtraHTTPHeaders(Map.of("Test-Account", account.value().toString()));
        return visitor;
    }

    private static AccountId member(String country) {
        return member(country, Language.EN);
    }

    private static AccountId member(String country, Language language) {
        var name = "cardholder" + NUMBERS.incrementAndGet();
        var named = NewMember.named(name, MemberType.INDIVIDUAL, country);
        var wanted = new NewMember(null, named.details(), language, null);
        return APP.part(Members.class).register(List.of(wanted)).getFirst().account();
    }

    private static List<String> methods(AccountId account) {
        return APP.part(PaymentMethods.class).of(account).stream()
                .map(m -> m.means().ending() + (m.isDefault() ? " default" : ""))
                .toList();
    }
}
