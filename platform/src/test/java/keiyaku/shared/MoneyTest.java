package keiyaku.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import keiyaku.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> yen(1).plus(Money.of(1, "KRW")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JPY")
                .hasMessageContaining("KRW");
    }

    @Test
    void overflowIsNotSilent() {
        assertThatThrownBy(() -> yen(Long.MAX_VALUE).plus(yen(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    /** B-5: part k = floor(P*k/m) - floor(P*(k-1)/m). */
    @ParameterizedTest
    @CsvSource({"12960, 12, 1, 1080", "1000, 12, 1, 83", "1000, 12, 2, 83", "1000, 12, 3, 84"})
    void partsOfATerm(long price, int parts, int k, long expected) {
        assertThat(yen(price).part(k, parts)).isEqualTo(yen(expected));
    }

    @Test
    void partsAddUpToTheWhole() {
        Seeds.forEach(
                500,
                random -> {
                    var whole = yen(random.nextLong(-1_000_000, 1_000_000));
                    var parts = whole.split(random.nextInt(1, 60));
                    assertThat(parts.stream().reduce(Money::plus)).contains(whole);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "FLOOR, -175, 10, -18", "TOWARD_ZERO, -175, 10, -17",
        "HALF_UP, 175, 10, 18", "HALF_UP, -175, 10, -18",
        "AWAY_FROM_ZERO, 171, 10, 18", "FLOOR, 179, 10, 17"
    })
    void roundingIsNamed(Rounding rounding, long amount, long divisor, long expected) {
        assertThat(yen(amount).share(1, divisor, rounding)).isEqualTo(yen(expected));
    }

    private static Money yen(long amount) {
        return Money.of(amount, "JPY");
    }
}
