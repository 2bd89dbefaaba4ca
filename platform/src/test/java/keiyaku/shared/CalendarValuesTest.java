package keiyaku.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C-8: month ends are kept, and worked out from the anchor. */
class CalendarValuesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 1, 2026-02-28", "2026-01-31, 2, 2026-03-31", "2024-01-31, 1, 2024-02-29",
        "2026-01-30, 1, 2026-02-28", "2026-01-30, 2, 2026-03-30", "2024-02-29, 12, 2025-02-28",
        "2024-02-29, 48, 2028-02-29", "2026-04-30, 1, 2026-05-30", "2026-02-28, 1, 2026-03-28"
    })
    void theNthDateComesFromTheAnchor(LocalDate first, int months, LocalDate expected) {
        assertThat(BillingDay.of(first).after(first, months)).isEqualTo(expected);
    }

    @Test
    void aShortMonthDoesNotShiftTheNextOne() {
        var day = BillingDay.of(LocalDate.parse("2026-01-31"));
        var february = day.after(LocalDate.parse("2026-01-31"), 1);
        assertThat(day.after(february, 1)).isEqualTo(LocalDate.parse("2026-03-31"));
    }

    @ParameterizedTest
    @CsvSource({"P1M, 1, P1M", "P1Y, 12, P1Y", "P12M, 12, P1Y", "P2Y, 24, P2Y", "P18M, 18, P18M"})
    void termsAreReadAndWritten(String text, int months, String written) {
        assertThat(Term.parse(text)).isEqualTo(new Term(months)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({"P30D", "1M", "P0M", "monthly", "P-1M", "P11Y"})
    void whatIsNoTermSaysWhatIs(String text) {
        assertThatThrownBy(() -> Term.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPeriodShowsItsLastDay() {
        var period = new Period(LocalDate.parse("2026-02-20"), LocalDate.parse("2026-03-20"));
        assertThat(period).hasToString("2026-02-20..2026-03-19");
        assertThat(period.days()).isEqualTo(28);
        assertThat(period.contains(period.end())).isFalse();
    }

    @Test
    void theClockDoesNotGoBack() {
        var start = LocalDate.parse("2026-01-01").atStartOfDay(ZoneId.of("Asia/Tokyo")).toInstant();
        var clock = MovableClock.standing(start);
        clock.moveTo(start.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(60));
        assertThatThrownBy(() -> clock.moveTo(start))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot go back");
    }
}
