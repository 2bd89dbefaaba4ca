package keiyaku.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.Computation;
import keiyaku.billing.TaxCategories;
import keiyaku.contract.ContractRefusal.DayInPast;
import keiyaku.contract.ContractRefusal.NotActive;
import keiyaku.contract.Outcome.Fact;
import keiyaku.contract.Outcome.Telling;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.shared.RefusedException;

/** The end of a contract: cancelled now or on a day (C-12), with its fee (C-13), or over. */
final class Endings {

    private Endings() {}

    static Outcome cancel(Contract contract, LocalDate on, Sale sale, LocalDate today) {
        if (contract.state() == ContractState.ENDED) {
            throw new RefusedException(new NotActive(contract.state()));
        }
        if (on.isBefore(today)) {
            throw new RefusedException(new DayInPast(on, today));
        }
        if (on.equals(today)) {
            return cancelled(contract, on, sale);
        }
        return Outcome.of(
                contract.withReservations(contract.reservations().withCancelOn(on)),
                on,
                new Fact("cancellation-reserved", on));
    }

    /** The cancellation day has come: what it costs and gives back is on one final invoice. */
    static Outcome cancelled(Contract contract, LocalDate on, Sale sale) {
        var over = end(contract, on, "cancelled");
        if (contract.agreement() == null) {
            return over;
        }
        var charges = new ArrayList<>(unused(contract, on, sale));
        charges.addAll(fee(contract, on, sale));
        return new Outcome(over.contract(), on, charges, over.facts(), over.tellings());
    }

    static Outcome end(Contract contract, LocalDate on, String reason) {
        return Outcome.of(
                contract.ended(on),
                on,
                new Fact("ended", on, Map.of("reason", reason)),
                Telling.DELETE);
    }

    /** What was charged for days from a day on, given back; nothing when none is left. */
    static List<Charge> unused(Contract contract, LocalDate from, Sale sale) {
        var coverage = contract.requireCoverage();
        if (coverage.unusedFrom(from) == 0) {
            return List.of();
        }
        var why = coverage.givenBack(from);
        if (why.result().isZero()) {
            return List.of();
        }
        var start = from.isBefore(coverage.period().start()) ? coverage.period().start() : from;
        return List.of(
                sale.charge(
                        contract,
                        ChargeKind.PRORATION_CREDIT,
                        new Period(start, coverage.period().end()),
                        why));
    }

    private static List<Charge> fee(Contract contract, LocalDate on, Sale sale) {
        var agreement = contract.requireAgreement();
        var rule = sale.product().earlyTermination();
        var term = agreement.period();
        if (rule == null || !agreement.term().isYearOrLonger() || !term.contains(on)) {
            return List.of();
        }
        var monthly = agreement.monthlyUnitPrice();
        var byTheMonth =
                monthly == null
                        ? agreement.price()
                        : monthly.times(agreement.quantity()).times(agreement.term().months());
        var why =
                new Computation.EarlyTermination(
                        agreement.price(),
                        byTheMonth,
                        term.days(),
                        ChronoUnit.DAYS.between(term.start(), on),
                        rule.enjoyedDiscount(),
                        rule.remaining());
        Money fee = why.result();
        return fee.isZero()
                ? List.of()
                : List.of(
                        sale.charge(
                                contract,
                                ChargeKind.EARLY_TERMINATION_FEE,
                                term.from(on),
                                why,
                                TaxCategories.OUTSIDE));
    }
}
