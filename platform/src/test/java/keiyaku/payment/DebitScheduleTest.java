package keiyaku.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P-7: days of debit, requests before them, and the days on which banks are open. */
class DebitScheduleTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final BankingDays DAYS = PaymentWorld.shared().app.part(BankingDays.class);

    @ParameterizedTest
    @CsvSource({
        // agreed days, now (a time of Tokyo), debited on, asked for on
        "'',      2026-03-05T12:00, 2026-03-09, 2026-03-05",
        "'',      2026-03-05T15:00, 2026-03-10, 2026-03-06",
        "'',      2026-03-07T09:00, 2026-03-11, 2026-03-09",
        "'',      2026-04-28T09:00, 2026-05-01, 2026-04-28",
        "'',      2026-05-01T09:00, 2026-05-08, 2026-05-01",
        "'',      2026-12-29T14:59, 2027-01-04, 2026-12-29",
        "27,      2026-03-05T12:00, 2026-03-27, 2026-03-25",
        "27,      2026-03-25T15:00, 2026-04-27, 2026-04-23",
        "27,      2026-06-10T12:00, 2026-06-29, 2026-06-25",
        "31,      2026-02-10T12:00, 2026-03-02, 2026-02-26",
        "31,      2026-04-20T12:00, 2026-04-30, 2026-04-27",
        "10;25,   2026-03-09T12:00, 2026-03-25, 2026-03-23",
    })
    void isDebitedOnTheNextDayThatCanBeReached(
            String agreed, LocalDateTime now, LocalDate on, LocalDate askedOn) {
        var plan = schedule(agreed).plan(now.atZone(TOKYO).toInstant());
        assertThat(plan.on()).isEqualTo(on);
        assertThat(plan.sendAt()).isEqualTo(askedOn.atTime(15, 0).atZone(TOKYO).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        // 海の日 moves, 振替休日 follows a Sunday, a day between two holidays is one
        "2026-07-20, false",
        "2026-05-06, false",
        "2026-09-22, false",
        "2026-03-20, false",
        "2026-12-31, false",
        "2027-01-04, true",
        "2028-02-23, false",
        "2026-03-21, false",
        "2026-03-23, true",
    })
    void banksAreOpen(LocalDate day, boolean open) {
        assertThat(DAYS.isOpen(day)).isEqualTo(open);
    }

    /** Easter by the tables of the church, and four fixed days; Whit Monday is open. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-03, true",
        "2026-04-06, true",
        "2026-04-07, false",
        "2026-05-01, true",
        "2026-05-25, false",
        "2026-12-25, true",
        "2026-12-26, true",
        "2026-12-31, false",
        "2024-03-29, true",
        "2025-04-21, true",
        "2038-04-26, true",
    })
    void targetIsClosed(LocalDate day, boolean closed) {
        assertThat(TargetHolidays.isHoliday(day)).isEqualTo(closed);
    }

    @Test
    void theBankIsAskedForNewsOnEachOfItsDays() {
        var evening = LocalDateTime.of(2026, 3, 6, 20, 0).atZone(TOKYO).toInstant();
        assertThat(schedule("").nextLook(evening))
                .isEqualTo(LocalDateTime.of(2026, 3, 9, 10, 0).atZone(TOKYO).toInstant());
    }

    private static DebitSchedule schedule(String agreed) {
        var days =
                agreed.isEmpty()
                        ? List.<Integer>of()
                        : Arrays.stream(agreed.split(";")).map(Integer::valueOf).toList();
        var usual = PaymentWorld.shared().app.part(BankTerms.class);
        return new DebitSchedule(
                DAYS,
                new BankTerms(
                        usual.collectorCode(),
                        usual.collectorName(),
                        usual.bankCode(),
                        usual.bankName(),
                        usual.branchCode(),
                        usual.branchName(),
                        usual.accountNumber(),
                        days,
                        2,
                        List.of()));
    }
}
