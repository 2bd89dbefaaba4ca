package keiyaku.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import keiyaku.billing.ChargeKind;
import keiyaku.catalog.Billing;
import keiyaku.shared.Money;
import keiyaku.shared.Term;
import keiyaku.testing.Seeds;
import org.junit.jupiter.api.Test;

/** What always holds of a contract's days and amounts. */
class LifePropertiesTest {

    private static final int CASES = 500;

    @Test
    void partsTileTheTermAndAddUpToItsPrice() {
        Seeds.forEach(
                CASES,
                random -> {
                    var agreement = contract(random).requireAgreement();
                    var next = agreement.start();
                    var sum = Money.zero(agreement.unitPrice().currency());
                    for (int k = 1; k <= agreement.parts(); k++) {
                        assertThat(agreement.part(k).start()).isEqualTo(next);
                        next = agreement.part(k).end();
                        sum = sum.plus(agreement.whyOfPart(k).result());
                    }
                    assertThat(next).isEqualTo(agreement.period().end());
                    assertThat(sum).isEqualTo(agreement.price());
                });
    }

    @Test
    void termsFollowEachOtherWithoutGapAndKeepTheirDayOfTheMonth() {
        Seeds.forEach(
                CASES,
                random -> {
                    var contract = contract(random);
                    var anchor = contract.requireAgreement().anchor();
                    for (int i = 0; i < 15; i++) {
                        var end = contract.requireAgreement().period().end();
                        contract = Renewals.atTermEnd(contract, Examples.WORKS).contract();
                        var start = contract.requireAgreement().start();
                        assertThat(start).isEqualTo(end);
                        assertThat(start).isEqualTo(anchor.in(java.time.YearMonth.from(start)));
                    }
                });
    }

    /** B-6: what was charged on a day and is changed again on that day is given back whole. */
    @Test
    void backAndForthOnOneDaySumsToZero() {
        Seeds.forEach(
                CASES,
                random -> {
                    var contract = contract(random);
                    var today = dayOf(random, contract);
                    var once = upgrade(contract, contract.offer().seats() + 1, today);
                    var twice = upgrade(once.contract(), contract.offer().seats() + 2, today);
                    assertThat(Examples.sum(twice, ChargeKind.PRORATION_CREDIT))
                            .isEqualTo(-Examples.sum(once, ChargeKind.PRORATION_CHARGE));
                    var ended = Endings.cancel(twice.contract(), today, Examples.WORKS, today);
                    assertThat(Examples.sum(ended, ChargeKind.PRORATION_CREDIT))
                            .isEqualTo(-Examples.sum(twice, ChargeKind.PRORATION_CHARGE));
                });
    }

    /** What is given back is never more than what was charged, and never less than nothing. */
    @Test
    void givenBackIsBetweenNothingAndWhatWasCharged() {
        Seeds.forEach(
                CASES,
                random -> {
                    var contract = contract(random);
                    var charged = contract.requireCoverage().charged().minor();
                    var back =
                            Endings.unused(contract, dayOf(random, contract), Examples.WORKS)
                                    .stream()
                                    .mapToLong(c -> c.amount().minor())
                                    .sum();
                    assertThat(back).isBetween(-charged, 0L);
                });
    }

    @Test
    void reservedTwiceIsReservedOnce() {
        Seeds.forEach(
                CASES,
                random -> {
                    var today = day(random);
                    var trial = Examples.trial(today, "basic", 1 + random.nextInt(50));
                    var later = today.plusDays(1 + random.nextInt(29));
                    var convert = new Action.Convert(term(random), null, later);
                    var once = asked(trial, convert, today);
                    assertThat(asked(once, convert, today)).isEqualTo(once);
                    var cancel = new Action.Cancel(later);
                    var ending = asked(once, cancel, today);
                    assertThat(asked(ending, cancel, today)).isEqualTo(ending);
                    assertThat(
                                    asked(
                                            asked(ending, new Action.WithdrawCancel(), today),
                                            new Action.WithdrawConvert(),
                                            today))
                            .isEqualTo(trial);
                });
    }

    private static Contract asked(Contract contract, Action action, LocalDate today) {
        return Life.asked(contract, action, Examples.WORKS, today).contract();
    }

    private static Outcome upgrade(Contract contract, long seats, LocalDate today) {
        var asked = new Action.Upgrade(null, seats, null, null);
        return Upgrades.decide(contract, asked, Examples.WORKS, today);
    }

    private static Contract contract(SplittableRandom random) {
        var plan = List.of("lite", "basic", "premium").get(random.nextInt(3));
        var billing = random.nextBoolean() ? Billing.MONTHLY : Billing.UPFRONT;
        return Examples.active(day(random), plan, 1 + random.nextInt(99), term(random), billing);
    }

    private static Term term(SplittableRandom random) {
        return random.nextBoolean() ? Examples.MONTH : Examples.YEAR;
    }

    private static LocalDate day(SplittableRandom random) {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(2000));
    }

    /** A day that has been charged for. */
    private static LocalDate dayOf(SplittableRandom random, Contract contract) {
        var covered = contract.requireCoverage().period();
        return covered.start().plusDays(random.nextLong(covered.days()));
    }
}
