package keiyaku.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import keiyaku.billing.Computation.Metered;
import keiyaku.billing.Computation.MeteredLate;
import keiyaku.catalog.Scheme;
import keiyaku.catalog.Scheme.Tier;
import keiyaku.shared.Money;
import keiyaku.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B-7, C-1: how a month's use becomes an amount. */
class RatingTest {

    private static final Currency YEN = Currency.getInstance("JPY");
    private static final Scheme FLAT = new Scheme.Flat(number("0.5"));
    private static final List<Tier> TIERS =
            List.of(
                    new Tier(number("1000"), number("3.2")),
                    new Tier(number("10000"), number("2.9")),
                    new Tier(null, number("2.5")));
    private static final Scheme TIERED = new Scheme.Tiered(TIERS);
    private static final Scheme VOLUME = new Scheme.Volume(TIERS);
    private static final Scheme PACKAGE = new Scheme.PerPackage(number("100"), number("30"));

    /** Free off first, tiers count what remains, up to and including, rounded down once. */
    @ParameterizedTest
    @CsvSource({
        "flat, 1001, 0, 500",
        "flat, 1, 0, 0",
        "flat, 10.5, 10, 0",
        "flat, 14, 10, 2",
        "tiered, 5, 5, 0",
        "tiered, 1005, 5, 3200",
        "tiered, 2005, 5, 6100",
        "tiered, 1005.5, 5, 3201",
        "tiered, 12000, 0, 34300",
        "tiered, 0.3, 0, 0",
        "volume, 1005, 5, 3200",
        "volume, 1006, 5, 2902",
        "volume, 10001, 0, 25002",
        "volume, 10000, 0, 29000",
        "package, 50, 50, 0",
        "package, 51, 50, 30",
        "package, 150, 50, 30",
        "package, 150.001, 50, 60",
        "package, 1, 0, 30"
    })
    void aMonthCosts(String scheme, String used, String free, long expected) {
        assertThat(metered(scheme(scheme), used, free).result()).isEqualTo(yen(expected));
    }

    /** The steps that are shown add up to what is charged, whatever was used. */
    @Test
    void stepsAddUp() {
        Seeds.forEach(
                1_000,
                random -> {
                    var metered = any(random);
                    var quantities = BigDecimal.ZERO;
                    var exact = BigDecimal.ZERO;
                    for (var step : metered.steps()) {
                        quantities = quantities.add(step.quantity());
                        exact = exact.add(step.exactly());
                    }
                    if (!(metered.scheme() instanceof Scheme.PerPackage)) {
                        assertThat(quantities).isEqualByComparingTo(metered.rated());
                    }
                    assertThat(metered.result().minor())
                            .isEqualTo(exact.setScale(0, RoundingMode.FLOOR).longValueExact());
                });
    }

    /** What came late costs what was missing: together it is the whole month, in any pieces. */
    @Test
    void lateUseCompletesTheMonth() {
        Seeds.forEach(
                1_000,
                random -> {
                    var whole = any(random);
                    var billed = new ArrayList<BigDecimal>();
                    billed.add(BigDecimal.ZERO);
                    for (int i = random.nextInt(4); i > 0; i--) {
                        billed.add(
                                whole.used().multiply(BigDecimal.valueOf(random.nextInt(100), 2)));
                    }
                    billed.add(whole.used());
                    billed.sort(BigDecimal::compareTo);
                    var sum = yen(0);
                    for (int i = 1; i < billed.size(); i++) {
                        var month = whole.with(billed.get(i));
                        sum = sum.plus(new MeteredLate(month, billed.get(i - 1)).result());
                    }
                    assertThat(sum).isEqualTo(whole.result());
                });
    }

    @Test
    void moreUseNeverCostsLessInTiersAndPackages() {
        Seeds.forEach(
                1_000,
                random -> {
                    var metered = any(random);
                    if (!(metered.scheme() instanceof Scheme.Volume)) {
                        var more = metered.with(metered.used().add(number("0.001")));
                        assertThat(more.result()).isGreaterThanOrEqualTo(metered.result());
                    }
                });
    }

    @Test
    void whatIsKeptGivesTheSameAmountAgain() {
        Seeds.forEach(
                500,
                random -> {
                    var metered = any(random);
                    var late = new MeteredLate(metered, metered.used().divide(number("2")));
                    for (Computation why : List.of(metered, late)) {
                        assertThat(ComputationJson.read(ComputationJson.write(why), YEN))
                                .isEqualTo(why);
                    }
                });
    }

    private static Metered any(SplittableRandom random) {
        var scheme = List.of(FLAT, TIERED, VOLUME, PACKAGE).get(random.nextInt(4));
        var used = BigDecimal.valueOf(random.nextLong(0, 20_000_000), random.nextInt(5));
        var free = BigDecimal.valueOf(random.nextLong(0, 100), random.nextInt(2));
        return new Metered(YEN, "GB", scheme, used, free);
    }

    private static Scheme scheme(String code) {
        return List.of(FLAT, TIERED, VOLUME, PACKAGE).stream()
                .filter(scheme -> scheme.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Metered metered(Scheme scheme, String used, String free) {
        return new Metered(YEN, "GB", scheme, number(used), number(free));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static Money yen(long amount) {
        return new Money(amount, YEN);
    }
}
