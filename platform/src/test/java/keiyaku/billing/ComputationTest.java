package keiyaku.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputationTest {

    private static final Currency YEN = Currency.getInstance("JPY");

    /** C-13: the example of the rule, and the one of the worked scenario. */
    @ParameterizedTest
    @CsvSource({
        "9600, 12000, 365, 181, 1190, 483", "12960, 16200, 365, 176, 1562, 671",
        "12000, 9600, 365, 100, 0, 871", "9600, 12000, 365, 0, 0, 960",
        "9600, 12000, 365, 364, 2393, 2"
    })
    void earlyTermination(
            long term, long monthly, long days, long used, long enjoyed, long remaining) {
        var fee =
                new Computation.EarlyTermination(
                        yen(term), yen(monthly), days, used, true, Rate.parse("10%"));
        assertThat(fee.enjoyedDiscount()).isEqualTo(yen(enjoyed));
        assertThat(fee.remainingShare()).isEqualTo(yen(remaining));
        assertThat(fee.result()).isEqualTo(yen(enjoyed + remaining));
    }

    /** B-6: a credit is what was charged less the used days' share, rounded down. */
    @ParameterizedTest
    @CsvSource({"1080, 5, 31, -175", "1000, 31, 31, -1000", "1000, 1, 3, -334", "999, 0, 30, 0"})
    void unusedDays(long charged, long unused, long days, long expected) {
        assertThat(new Computation.UnusedDays(yen(charged), unused, days).result())
                .isEqualTo(yen(expected));
    }

    /** Given back and used add up to what was charged, whatever the day. */
    @Test
    void usedAndGivenBackAreTheWhole() {
        Seeds.forEach(
                500,
                random -> {
                    var charged = yen(random.nextLong(0, 1_000_000));
                    long days = random.nextLong(1, 400);
                    long unused = random.nextLong(0, days + 1);
                    var back = new Computation.UnusedDays(charged, unused, days).result();
                    var used = new Computation.RemainingDays(charged, days - unused, days).result();
                    assertThat(used.minus(back)).isEqualTo(charged);
                });
    }

    @Test
    void whatIsKeptGivesTheSameAmountAgain() {
        Seeds.forEach(
                200,
                random -> {
                    var why = any(random);
                    var read = ComputationJson.read(ComputationJson.write(why), YEN);
                    assertThat(read).isEqualTo(why);
                    assertThat(read.result()).isEqualTo(why.result());
                });
    }

    /** B-20: 1, 3 and 7 days after the first failure, at the same time of the day. */
    @ParameterizedTest
    @CsvSource({
        "1, 2026-02-20, 2026-02-21",
        "2, 2026-02-21, 2026-02-23",
        "3, 2026-02-23, 2026-02-27",
        // The card was stolen on the first day; another one is refused softly much later.
        "2, 2026-02-25, 2026-02-27",
    })
    void retriesCountFromTheFirstFailure(int failures, LocalDate failed, LocalDate next) {
        var zone = ZoneId.of("Asia/Tokyo");
        var first = Instant.parse("2026-02-19T15:00:00Z");
        var failure = failed.atStartOfDay(zone).toInstant();
        assertThat(Dunning.STANDARD.nextTry(first, failure, failures, zone))
                .contains(next.atStartOfDay(zone).toInstant());
        assertThat(Dunning.STANDARD.nextTry(first, failure, 4, zone)).isEmpty();
        assertThat(Dunning.STANDARD.nextTry(first, first.plusSeconds(999_999), 2, zone)).isEmpty();
    }

    private static Computation any(java.util.SplittableRandom random) {
        var price = yen(random.nextLong(1, 100_000));
        return switch (random.nextInt(5)) {
            case 0 -> new Computation.WholePeriod(price, random.nextLong(1, 50));
            case 1 -> new Computation.Part(price, random.nextLong(1, 50), 3, 12);
            case 2 -> new Computation.UnusedDays(price, 3, 31);
            case 3 -> new Computation.RemainingDays(price, 3, 31);
            default ->
                    new Computation.EarlyTermination(
                            price, price.times(2), 365, 100, true, Rate.parse("10%"));
        };
    }

    private static Money yen(long amount) {
        return new Money(amount, YEN);
    }
}
