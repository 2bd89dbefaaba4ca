package keiyaku.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import keiyaku.catalog.HostingRenewal;
import keiyaku.payment.MethodKind;
import keiyaku.shared.BillingDay;
import keiyaku.shared.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of H-7, H-8 and H-11, worked out by hand. */
class RenewalDaysTest {

    private static final HostingRenewal RULES =
            new HostingRenewal(
                    new HostingRenewal.Card(5),
                    new HostingRenewal.Wallet(List.of(5, 10, 15, 20, 25), 4),
                    new HostingRenewal.ByHand(60, 14));

    @ParameterizedTest
    @CsvSource({
        // first day, months, way, day, collected on, changes through
        "2025-09-01,  3, card,    0, 2025-11-05, 2025-11-04", // ends 30 Nov: the spec's example
        "2025-12-01, 12, card,    0, 2026-11-05, 2026-11-04",
        "2025-09-05,  3, card,    0, 2025-11-05, 2025-11-04", // ends 4 Dec, before the 5th
        "2025-09-06,  3, card,    0, 2025-12-05, 2025-12-04", // ends on the 5th itself
        "2025-10-02,  3, card,    0, 2025-12-05, 2025-12-04", // ends 1 Jan: the year before
        "2026-01-05,  1, card,    0, 2026-02-04, 2026-02-03", // would be its own first day
        "2026-01-31,  1, card,    0, 2026-02-05, 2026-02-04", // ends 27 Feb
        "2025-09-01,  3, wallet,  0, 2025-11-05, 2025-11-01", // none chosen: the first one
        "2025-11-30,  3, wallet, 25, 2026-02-25, 2026-02-21", // ends 27 Feb
        "2025-11-26,  3, wallet, 25, 2026-02-25, 2026-02-21", // ends on the 25th
        "2025-11-25,  3, wallet, 25, 2026-01-25, 2026-01-21", // ends 24 Feb
        "2023-12-01,  3, wallet, 20, 2024-02-20, 2024-02-16", // ends 29 Feb
        "2024-02-29, 12, wallet, 25, 2025-02-25, 2025-02-21", // ends 27 Feb
        "2025-05-31,  3, wallet, 25, 2025-08-25, 2025-08-21", // ends 30 Aug
        "2025-12-10,  3, wallet, 10, 2026-02-10, 2026-02-06", // ends 9 Mar
        "2025-02-01,  1, wallet, 15, 2025-02-15, 2025-02-11", // ends 28 Feb
        "2025-12-05,  1, wallet,  5, 2026-01-04, 2025-12-31", // would be its own first day
    })
    void collectedAndChangeable(
            LocalDate start, int months, String way, int day, LocalDate on, LocalDate through) {
        var term = new Period(start, BillingDay.of(start).after(start, months));
        var hosting = hosting(MethodKind.ofCode(way), day, start);
        assertThat(RenewalDays.collectedOn(term, hosting)).isEqualTo(on);
        assertThat(RenewalDays.changeableThrough(term, hosting)).isEqualTo(through);
    }

    @Test
    void aTermThatIsPaidLateIsNotFollowedAtOnce() {
        var december = new Period(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 1));
        var late = hosting(MethodKind.CARD, 0, LocalDate.of(2025, 12, 14));
        assertThat(RenewalDays.collectedOn(december, late)).isEqualTo("2025-12-31");
    }

    @Test
    void byHandFrom60DaysBeforeTheEndTo14After() {
        var term = new Period(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 12, 1));
        var hosting = hosting(MethodKind.CARD, 0, term.start());
        assertThat(RenewalDays.openFrom(term, hosting)).isEqualTo("2025-10-01");
        assertThat(RenewalDays.graceThrough(term, hosting)).isEqualTo("2025-12-14");
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "30, 14", "14, 7", "7, 1", "1, 0"})
    void remindersComeOneAfterTheOther(int told, int next) {
        var term = new Period(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 12, 1));
        assertThat(ServerSchedule.reminderDays(term, told)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"2025-10-30, 0", "2025-10-31, 30", "2025-11-20, 14", "2025-11-29, 1"})
    void remindersOfDaysGoneByAreNotGivenAfterAReset(LocalDate today, int told) {
        var term = new Period(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 12, 1));
        assertThat(ServerSchedule.toldBy(term, today)).isEqualTo(told);
    }

    private static Hosting hosting(MethodKind by, int day, LocalDate since) {
        return new Hosting(RULES, by, true, day, null, null, since, 0, 0, List.of());
    }
}
