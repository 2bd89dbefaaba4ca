package keiyaku.contract;

import static keiyaku.contract.Examples.MONTH;
import static keiyaku.contract.Examples.TOKYO;
import static keiyaku.contract.Examples.WORKS;
import static keiyaku.contract.Examples.YEAR;
import static keiyaku.contract.Examples.active;
import static keiyaku.contract.Examples.chargedBefore;
import static keiyaku.contract.Examples.day;
import static keiyaku.contract.Examples.sum;
import static keiyaku.contract.Examples.trial;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.Supplier;
import keiyaku.billing.ChargeKind;
import keiyaku.catalog.Billing;
import keiyaku.shared.RefusedException;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a contract's life: a line per example, worked out by hand. */
class LifeRulesTest {

    /** C-6, C-7: applied on d, free through d+29; paid from today or a later day of it. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01, 2026-01-01, active",
        "2026-01-01, 2026-01-10, 2026-01-10, active",
        "2026-01-01, 2026-01-10, 2026-01-11, trial",
        "2026-01-01, 2026-01-10, 2026-01-30, trial",
        "2026-01-01, 2026-01-30, 2026-01-30, active",
        "2026-01-01, 2026-01-30, 2026-01-31, outside-trial",
        "2026-01-01, 2026-01-10, 2026-01-09, day-in-past",
        "2026-01-01, 2026-01-10, 2027-01-10, outside-trial",
        "2027-02-01, 2027-02-01, 2027-03-02, trial",
        "2027-02-01, 2027-02-01, 2027-03-03, outside-trial",
        "2028-02-01, 2028-02-01, 2028-03-01, trial",
        "2028-02-01, 2028-02-01, 2028-03-02, outside-trial",
    })
    void paidStarts(LocalDate applied, LocalDate today, LocalDate on, String expected) {
        var convert = new Action.Convert(MONTH, null, on);
        assertThat(
                        outcome(
                                () ->
                                        PaidStarts.decide(
                                                trial(applied, "basic", 1), convert, WORKS, today)))
                .isEqualTo(expected);
    }

    /** C-8: month ends are kept, and a term ends on the day before its first day's return. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, P1M, 2026-01-31",
        "2026-01-31, P1M, 2026-02-27",
        "2028-01-31, P1M, 2028-02-28",
        "2026-01-30, P1M, 2026-02-27",
        "2026-02-28, P1M, 2026-03-27",
        "2026-08-31, P1M, 2026-09-29",
        "2026-12-31, P1M, 2027-01-30",
        "2026-01-01, P1Y, 2026-12-31",
        "2028-02-29, P1Y, 2029-02-27",
        "2027-02-28, P1Y, 2028-02-27",
        "2027-03-01, P1Y, 2028-02-29",
    })
    void terms(LocalDate start, String term, LocalDate lastDay) {
        var contract = active(start, "basic", 1, Term.parse(term), usual());
        assertThat(contract.requireAgreement().period().lastDay()).isEqualTo(lastDay);
    }

    /** C-6: told 7 and 1 days before, once each, at nine; ended at the start of d+30. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 0, TRIAL_NOTICE, 2026-01-24, 2026-01-24T00:00:00Z",
        "2026-01-01, 7, TRIAL_NOTICE, 2026-01-30, 2026-01-30T00:00:00Z",
        "2026-01-01, 1, TRIAL_END, 2026-01-31, 2026-01-30T15:00:00Z",
        "2028-02-01, 1, TRIAL_END, 2028-03-02, 2028-03-01T15:00:00Z",
    })
    void trialsEnd(LocalDate applied, int told, Event.Kind kind, LocalDate on, String at) {
        var next = Schedule.next(trial(applied, "basic", 1).told(told)).orElseThrow();
        assertThat(next).isEqualTo(new Event(kind, on));
        assertThat(next.at(TOKYO)).isEqualTo(at);
    }

    /** C-14: what comes first; a cancellation before what falls on its day. */
    @ParameterizedTest
    @CsvSource({
        "P1M, , , TERM_END, 2026-02-28",
        "P1Y, MONTHLY, , PART, 2026-02-28",
        "P1Y, UPFRONT, , TERM_END, 2027-01-31",
        "P1Y, MONTHLY, 2026-02-28, CANCELLATION, 2026-02-28",
        "P1Y, MONTHLY, 2026-03-01, PART, 2026-02-28",
        "P1M, , 2026-02-28, CANCELLATION, 2026-02-28",
    })
    void whatComesNext(
            String term,
            @Nullable Billing billing,
            @Nullable LocalDate cancelOn,
            Event.Kind kind,
            LocalDate on) {
        var contract = active(day("2026-01-31"), "basic", 1, Term.parse(term), billing);
        var reserved = contract.withReservations(contract.reservations().withCancelOn(cancelOn));
        assertThat(Schedule.next(reserved)).contains(new Event(kind, on));
    }

    /** C-10, B-6: 10 seats of basic from 1 March (31 days); what is given back, what is charged. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-11, premium, , , , -5420, 10161",
        "2026-03-01, premium, , , , -8000, 15000",
        "2026-03-31, premium, , , , -259, 483",
        "2026-03-11, , 12, , , -5420, 6503",
        "2026-03-11, premium, 12, , , -5420, 12193",
        "2026-03-11, , , P1Y, , -5420, 4335",
        "2026-03-11, , , P1Y, UPFRONT, -5420, 74695",
    })
    void upgrades(
            LocalDate today,
            @Nullable String plan,
            @Nullable Long seats,
            @Nullable String term,
            @Nullable Billing billing,
            long back,
            long charged) {
        var asked =
                new Action.Upgrade(plan, seats, term == null ? null : Term.parse(term), billing);
        var done = Upgrades.decide(march(), asked, WORKS, today);
        assertThat(sum(done, ChargeKind.PRORATION_CREDIT)).isEqualTo(back);
        assertThat(sum(done, ChargeKind.PRORATION_CHARGE)).isEqualTo(charged);
        assertThat(done.contract().requireAgreement().start()).isEqualTo("2026-03-01");
    }

    @ParameterizedTest
    @CsvSource({
        "basic, , , not-an-upgrade",
        ", 10, , not-an-upgrade",
        "lite, , , not-an-upgrade",
        ", 9, , not-an-upgrade",
        "lite, 20, , not-an-upgrade",
        "premium, 9, , not-an-upgrade",
        ", , P1M, not-an-upgrade",
        "premium, , P2Y, price-not-offered",
        "gold, , , price-not-offered",
    })
    void whatIsNoUpgrade(
            @Nullable String plan, @Nullable Long seats, @Nullable String term, String expected) {
        var asked = new Action.Upgrade(plan, seats, term == null ? null : Term.parse(term), null);
        assertThat(outcome(() -> Upgrades.decide(march(), asked, WORKS, day("2026-03-11"))))
                .isEqualTo(expected);
    }

    /** C-12, C-13: one seat of basic for a year (P 7,680, M 9,600); given back, fee. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, MONTHLY, 2026-01-01, -640, 768",
        "2026-01-01, MONTHLY, 2026-06-15, -342, 1287",
        "2026-01-01, MONTHLY, 2026-07-01, 0, 1339",
        "2026-01-01, UPFRONT, 2026-07-01, -3872, 1339",
        "2026-01-01, MONTHLY, 2026-12-31, -21, 1916",
        "2026-01-01, MONTHLY, 2027-01-01, 0, 0",
        "2026-01-01, UPFRONT, 2027-01-01, 0, 0",
        "2028-01-01, MONTHLY, 2028-07-01, 0, 1340",
    })
    void endings(LocalDate start, Billing billing, LocalDate on, long back, long fee) {
        var contract = chargedBefore(active(start, "basic", 1, YEAR, billing), on);
        var done = Endings.cancel(contract, on, WORKS, on);
        assertThat(done.contract().state()).isEqualTo(ContractState.ENDED);
        assertThat(sum(done, ChargeKind.PRORATION_CREDIT)).isEqualTo(back);
        assertThat(sum(done, ChargeKind.EARLY_TERMINATION_FEE)).isEqualTo(fee);
    }

    /**
     * C-9: what was chosen follows, or the month; first and last day of what follows, its charge.
     */
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, P1M, , , 2026-02-28, 2026-03-30, 800",
        "2026-02-28, P1M, , , 2026-03-28, 2026-04-27, 800",
        "2026-01-01, P1Y, , , 2027-01-01, 2027-01-31, 800",
        "2026-01-01, P1Y, P1Y, MONTHLY, 2027-01-01, 2027-12-31, 640",
        "2026-01-01, P1Y, P1Y, UPFRONT, 2027-01-01, 2027-12-31, 7680",
        "2028-02-29, P1Y, P1Y, UPFRONT, 2029-02-28, 2030-02-27, 7680",
    })
    void renewals(
            LocalDate start,
            String term,
            @Nullable String next,
            @Nullable Billing billing,
            LocalDate from,
            LocalDate to,
            long charged) {
        var contract = active(start, "basic", 1, Term.parse(term), Billing.UPFRONT);
        if (next != null) {
            var asked = new Action.SetRenewal(null, Term.parse(next), billing);
            contract = Renewals.choose(contract, asked, WORKS).contract();
        }
        var renewed = Renewals.atTermEnd(contract, WORKS);
        var period = renewed.contract().requireAgreement().period();
        assertThat(period.start()).isEqualTo(from);
        assertThat(period.lastDay()).isEqualTo(to);
        assertThat(sum(renewed, ChargeKind.RECURRING)).isEqualTo(charged);
        assertThat(renewed.contract().reservations().renewal()).isNull();
    }

    private static Contract march() {
        return active(day("2026-03-01"), "basic", 10, MONTH, usual());
    }

    private static @Nullable Billing usual() {
        return null;
    }

    private static String outcome(Supplier<Outcome> deed) {
        try {
            return deed.get().contract().state().code();
        } catch (RefusedException e) {
            return e.refusal().code();
        }
    }
}
