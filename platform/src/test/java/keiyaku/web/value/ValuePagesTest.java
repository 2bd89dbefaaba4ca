package keiyaku.web.value;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.member.Organizations;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.testing.App;
import keiyaku.testing.Browser;
import keiyaku.testing.Cards;
import keiyaku.value.CoinSharing;
import keiyaku.value.Coins;
import keiyaku.value.CreditGrant;
import keiyaku.value.CreditKind;
import keiyaku.value.Credits;
import keiyaku.value.Discount;
import keiyaku.value.DiscountGrant;
import keiyaku.value.Discounts;
import keiyaku.value.Products;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionOperations;

/** S-4, S-8 in a real browser: what is held, with its history, empty and filled. */
class ValuePagesTest {

    private static final App APP = App.start(Map.of("keiyaku.test.login-by-header", true));
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @AfterAll
    static void stop() {
        APP.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void creditsAndDiscounts(String language) {
        var account = member(Language.ofTag(language).orElseThrow());
        try (var visitor = visitor(account, language)) {
            var page = visitor.open("/my/credits");
            assertThat(page.locator(".empty")).hasCount(2);
            visitor.axe();
            visitor.noRawKey();
            page.locator("#code").fill("no-such-code");
            page.locator("main form .button-main").click();
            assertThat(page.locator(".summary")).isVisible();
            assertThat(page.locator("#code")).hasValue("no-such-code");
            grant(account);
            visitor.open("/my/credits");
            assertThat(page.locator("main tbody tr")).hasCount(2);
            page.locator("main details summary >> nth=0").click();
            visitor.axe();
            visitor.noRawKey();
            visitor.phone().nothingOverflows();
            visitor.screenshot("value-credits-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void coins(String language) {
        var account = member(Language.ofTag(language).orElseThrow());
        try (var visitor = visitor(account, language)) {
            var page = visitor.open("/my/coins");
            visitor.axe();
            visitor.noRawKey();
            assertThat(page.locator("main a.button-main[href$='payment-methods']")).isVisible();
            Cards.register(APP, account);
            visitor.open("/my/coins");
            page.locator("input[value=other]").check();
            page.locator("#other").fill("much");
            page.locator("main .button-main").click();
            assertThat(page.locator(".summary")).isVisible();
            arrive(account, 10_000);
            visitor.open("/my/coins");
            assertThat(page.locator(".answer")).containsText("10,300");
            assertThat(page.locator("main tbody tr")).hasCount(3);
            page.locator("main .button-quiet").click();
            assertThat(page.locator(".notice-good")).isVisible();
            visitor.axe();
            visitor.noRawKey();
            visitor.phone().nothingOverflows();
            visitor.screenshot("value-coins-" + language);
            share(account, visitor);
            visitor.screenshot("value-charge-" + language);
        }
    }

    /** S-10: the manager ticks a member in the charge; to that member the charge is not there. */
    private static void share(AccountId manager, Browser visitor) {
        var branch = member(Language.EN);
        APP.part(Organizations.class).join(manager, List.of(branch));
        var page = visitor.open("/my/coins");
        page.locator("main a[href*='/my/coins/charges/'] >> nth=0").click();
        var path = URI.create(page.url()).getPath();
        assertThat(page.locator(".answer")).containsText("10,300");
        page.locator("main input[name=member]").check();
        page.locator("main .button-main").click();
        assertThat(page.locator(".notice-good")).isVisible();
        assertThat(page.locator("main input[name=member]")).isChecked();
        visitor.axe();
        visitor.noRawKey();
        visitor.phone().nothingOverflows();
        Assertions.assertThat(APP.part(CoinSharing.class).isSharedWith(branch)).isTrue();
        try (var other = visitor(branch, "en")) {
            assertThat(other.open("/my/coins").locator("main")).containsText("organization shares");
            other.open(path);
            assertThat(other.page().locator("main")).not().containsText("10,300");
        }
        page.locator("main input[name=member]").uncheck();
        page.locator("main .button-main").click();
        Assertions.assertThat(APP.part(CoinSharing.class).isSharedWith(branch)).isFalse();
    }

    private static void grant(AccountId account) {
        var today = LocalDate.EPOCH;
        APP.part(Credits.class)
                .grant(
                        new CreditGrant(
                                account,
                                "WELCOME",
                                CreditKind.PROMOTION,
                                yen(3_000),
                                new Products(List.of("works")),
                                today,
                                null,
                                "test"));
        APP.part(Discounts.class)
                .grant(
                        new DiscountGrant(
                                account,
                                "SPRING",
                                new Discount.RateOff(Rate.parse("20%")),
                                Products.ALL,
                                Discount.Condition.NONE,
                                today,
                                null,
                                3,
                                "test"));
    }

    private static void arrive(AccountId account, long amount) {
        APP.part(TransactionOperations.class)
                .executeWithoutResult(
                        s -> APP.part(Coins.class).arrive(account, UUID.randomUUID(), yen(amount)));
    }

    private static Browser visitor(AccountId account, String language) {
        var visitor = Browser.visitor(APP, language);
        visitor.page()
                .context()
                .setExtraHTTPHeaders(Map.of("Test-Account", account.value().toString()));
        return visitor;
    }

    private static AccountId member(Language language) {
        var name = "holder" + NUMBERS.incrementAndGet();
        var named = NewMember.named(name, MemberType.INDIVIDUAL, "JP");
        var wanted = new NewMember(null, named.details(), language, null);
        return APP.part(Members.class).register(List.of(wanted)).getFirst().account();
    }

    private static Money yen(long amount) {
        return Money.of(amount, "JPY");
    }
}
