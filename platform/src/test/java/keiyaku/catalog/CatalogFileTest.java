package keiyaku.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import keiyaku.shared.InputFileException;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.shared.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogFileTest {

    private static final Term YEAR = Term.parse("P1Y");

    private final Catalog example = CatalogExamples.example().catalog();

    @Test
    void readsProductsAndPlans() {
        var works = example.product("works").orElseThrow();
        assertThat(works.name().in(Language.ZH_CN)).isEqualTo("协作");
        assertThat(works.regions()).containsExactly("KR", "JP");
        assertThat(works.form()).isEqualTo(Form.WORKSPACE);
        assertThat(works.subAccounts()).isTrue();
        assertThat(works.trialDays()).hasValue(30);
        assertThat(works.earlyTermination())
                .isEqualTo(new EarlyTermination(true, Rate.parse("10%")));
        var basic = works.plan("basic").orElseThrow();
        assertThat(basic.rank()).isEqualTo(2);
        assertThat(basic.features().keySet())
                .containsExactly("storage", "video-meeting", "archive");
        assertThat(basic.features()).containsEntry("storage", "1 TB");
        assertThat(basic.features()).containsEntry("video-meeting", true);
    }

    @Test
    void pricesAreForAWholeTermFlatOrPerSeat() {
        var lite = example.product("works").orElseThrow().plan("lite").orElseThrow();
        var year = lite.price(YEAR).orElseThrow();
        assertThat(year.forQuantity(3)).isEqualTo(Money.of(12_960, "JPY"));
        assertThat(year.defaultBilling()).isEqualTo(Billing.MONTHLY);
        var month = lite.price(Term.MONTH).orElseThrow();
        assertThat(month.defaultBilling()).isEqualTo(Billing.UPFRONT);
        assertThat(month.allows(Billing.MONTHLY)).isTrue();
        var server = example.product("server").orElseThrow().plan("standard").orElseThrow();
        var flat = server.price(YEAR).orElseThrow();
        assertThat(flat.forQuantity(3)).isEqualTo(Money.of(7_920, "JPY"));
        assertThat(flat.allows(Billing.MONTHLY)).isFalse();
        assertThat(server.price(Term.parse("P4M"))).isEmpty();
    }

    @Test
    void readsOptionsMetersAndRenewal() {
        var server = example.product("server").orElseThrow();
        assertThat(server.options()).hasSize(5);
        var device = server.option("device-security").orElseThrow();
        assertThat(device.price(YEAR).orElseThrow().forQuantity(4).minor()).isEqualTo(8_800);
        assertThat(server.renewal())
                .isEqualTo(
                        new HostingRenewal(
                                new HostingRenewal.Card(5),
                                new HostingRenewal.Wallet(List.of(5, 10, 15, 20, 25), 4),
                                new HostingRenewal.ByHand(60, 14)));
        var stored = example.product("storage").orElseThrow().meter("stored").orElseThrow();
        assertThat(stored.free()).isEqualByComparingTo("5");
        assertThat(stored.scheme())
                .isEqualTo(
                        new Scheme.Tiered(
                                List.of(tier("1000", "3.2"), tier("10000", "2.9"), last("2.5"))));
    }

    @Test
    void readsOffersAndTax() {
        assertThat(example.coupon("SPRING20").orElseThrow().grants())
                .isEqualTo(new Coupon.Discount(Rate.parse("20%"), List.of("works"), 3));
        assertThat(example.coins()).isNotNull();
        assertThat(example.coins().expires()).isEqualTo(Term.parse("P5Y"));
        assertThat(example.taxRate("JP", "reduced", LocalDate.of(2026, 1, 1)))
                .contains(Rate.parse("8%"));
        assertThat(example.taxRate("JP", "reduced", LocalDate.of(2019, 9, 30))).isEmpty();
        assertThat(example.taxRate("US", "standard", LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void theDemoIsTheExampleWithEveryTextInFourLanguages() {
        var demo = CatalogFile.demo().catalog();
        assertThat(CatalogExamples.withoutTexts(Trees.catalog(demo)))
                .isEqualTo(CatalogExamples.withoutTexts(Trees.catalog(example)));
        assertThat(CatalogExamples.texts(Trees.catalog(demo)))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).hasSize(Language.values().length));
    }

    @Test
    void allSchemesAreRead() {
        var meters =
                """
                    meters:
                      - {code: a, unit: GB, scheme: volume, tiers: [{upTo: 10, price: 1}, {price: 2}]}
                      - {code: b, unit: GB, scheme: package, size: 100, price: 50}
                """;
        var product = CatalogExamples.small(meters).catalog().products().getFirst();
        assertThat(product.meters().getFirst().scheme())
                .isEqualTo(new Scheme.Volume(List.of(tier("10", "1"), last("2"))));
        assertThat(product.meters().getLast().scheme())
                .isEqualTo(new Scheme.PerPackage(new BigDecimal("100"), new BigDecimal("50")));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource
    void eachWrongThingIsNamedWithItsLine(String written, String instead, String reason) {
        var text = CatalogExamples.exampleText();
        assertThat(text).contains(written);
        var at = text.substring(0, text.indexOf(written) + offset(written)).lines().count();
        var wrong = text.replaceFirst(java.util.regex.Pattern.quote(written), instead);
        assertThatThrownBy(() -> CatalogFile.read("shop.yaml", wrong))
                .isInstanceOf(InputFileException.class)
                .hasMessageStartingWith("shop.yaml:" + at + ": ")
                .hasMessageContaining(reason);
    }

    /** The wrong thing stands in the last line of what is replaced. */
    private static int offset(String written) {
        return written.length();
    }

    static Stream<Arguments> eachWrongThingIsNamedWithItsLine() {
        return Stream.of(
                Arguments.of("currency: JPY", "currency: YEN", "'YEN' is not a currency"),
                Arguments.of("country: JP", "country: Japan", "'Japan' is not a country"),
                Arguments.of("zone: Asia/Tokyo", "zone: Tokyo", "'Tokyo' is not a time zone"),
                Arguments.of("T8000000000001", "8000000000001", "T and 13 digits"),
                Arguments.of("rate: 10%, from: 2019", "rate: 10, from: 2019", "write 10% or 7.5%"),
                Arguments.of("from: 2019-10-01", "from: 2019-13-01", "is not a date"),
                Arguments.of("category: reduced", "category: standard", "stands here twice"),
                Arguments.of("code: server-terms", "code: works-terms", "first in line 15"),
                Arguments.of("ko: 웍스", "kr: 웍스", "did you mean 'ko'?"),
                Arguments.of("name: {en: Lite, ja: ライト}", "name: Lite", "texts by language"),
                Arguments.of("regions: [KR, JP]", "regions: []", "'regions' must not be empty"),
                Arguments.of("form: workspace", "form: workplace", "did you mean 'workspace'?"),
                Arguments.of("trial: P30D", "trial: 30 days", "write days such as P30D"),
                Arguments.of("terms: [works-terms]", "terms: [work-terms]", "no terms document"),
                Arguments.of("tax: standard", "tax: luxury", "no tax category 'luxury'"),
                Arguments.of("invoice: at-once", "invoice: later", "at-once, monthly-bill"),
                Arguments.of("remaining: 10%", "remaining: 110%", "more than 100%"),
                Arguments.of("- code: basic", "- code: lite", "'lite' stands here twice"),
                Arguments.of("rank: 2", "rank: 1", "rank 1 is taken in line 33"),
                Arguments.of("amount: 450", "amount: -450", "an amount is 0 to"),
                Arguments.of("amount: 450", "amount: 4.50", "is not a whole number"),
                Arguments.of("amount: 450", "amount: 450, color: red", "unknown key 'color'"),
                Arguments.of("term: P1M, per: seat", "term: P30D, per: seat", "months or years"),
                Arguments.of("per: seat", "per: chair", "Allowed here: seat"),
                Arguments.of(
                        "term: P1Y, per: seat, amount: 4320",
                        "term: P1M, per: seat, amount: 4320",
                        "'P1M' stands here twice"),
                Arguments.of("[monthly, upfront]", "[weekly]", "Allowed here: monthly, upfront"),
                Arguments.of("card: {day: 5}", "card: {day: 31}", "write 1 to 28"),
                Arguments.of("kind: ssl", "kind: sl", "did you mean 'ssl'?"),
                Arguments.of("terms: [ssl-terms]", "terms: [tls]", "no terms document 'tls'"),
                Arguments.of("scheme: tiered", "scheme: stairs", "flat, package, tiered, volume"),
                Arguments.of("{price: \"2.5\"}", "{upTo: 9, price: \"2.5\"}", "the last has none"),
                Arguments.of("upTo: 10000", "upTo: 10", "upTo 10 is not above 1000"),
                Arguments.of("price: \"0.5\"", "price: \"-0.5\"", "is not a number"),
                Arguments.of("credit: 3000", "discount: 1%, credit: 3000", "either"),
                Arguments.of("products: [works, storage]", "products: [work]", "no product 'work'"),
                Arguments.of("to: 2026-12-31", "to: 2025-12-31", "lies before 'from'"),
                Arguments.of("expires: P5Y", "expires: never", "is not a term"),
                Arguments.of("coins:", "coin:", "did you mean 'coins'?"));
    }

    @Test
    void aPlanWithoutPriceAndAHostingProductWithoutRenewalAreRefused() {
        var text = CatalogExamples.exampleText();
        var noPrice = text.replace(", prices: [{term: P1M, amount: 0}]", "");
        assertThatThrownBy(() -> CatalogFile.read("shop.yaml", noPrice))
                .hasMessage("shop.yaml:91: 'prices' is missing");
        var noRenewal = text.replaceFirst("(?s)    renewal:.*?(?=    plans:)", "");
        assertThatThrownBy(() -> CatalogFile.read("shop.yaml", noRenewal))
                .hasMessageContaining("'renewal' is missing");
    }

    private static Scheme.Tier tier(String upTo, String price) {
        return new Scheme.Tier(new BigDecimal(upTo), new BigDecimal(price));
    }

    private static Scheme.Tier last(String price) {
        return new Scheme.Tier(null, new BigDecimal(price));
    }
}
