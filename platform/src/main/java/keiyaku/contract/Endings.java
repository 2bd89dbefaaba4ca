package keiyaku.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.Computation;
import keiyaku.billing.TaxCategories;
import keiyaku.contract.ContractRefusal.DayInPast;
import keiyaku.contract.ContractRefusal.NotActive;
import keiyaku.contract.Outcome.Fact;
import keiyaku.contract.Outcome.Telling;
import keiyaku.shared.Period;
import keiyaku.shared.RefusedException;
import org.jspecify.annotations.Nullable;

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
        var charges = new ArrayList<Charge>();
        if (contract.agreement() != null) {
            charges.addAll(unused(contract, on, sale));
        }
        var hosting = contract.hosting();
        if (hosting != null) {
            charges.addAll(ServerCredits.from(contract, on, sale));
        }
        charges.addAll(fees(contract, on, sale));
        return new Outcome(
                over.contract(),
                on,
                charges,
                over.facts(),
                over.tellings(),
                hosting == null ? List.of() : ServerCredits.unpaid(hosting));
    }

    static Outcome end(Contract contract, LocalDate on, String reason) {
        return Outcome.of(
                contract.ended(on),
                on,
                new Fact("ended", on, Map.of("reason", reason)),
                contract.state() == ContractState.AWAITING_PAYMENT
                        ? new Telling[0]
                        : new Telling[] {Telling.DELETE});
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

    /** Of the contract, and of each option, whose term is a year or longer (C-13). */
    private static List<Charge> fees(Contract contract, LocalDate on, Sale sale) {
        var charges = new ArrayList<Charge>();
        var agreement = contract.agreement();
        fee(agreement, on, sale)
                .ifPresent(
                        why ->
                                charges.add(
                                        sale.charge(
                                                contract,
                                                ChargeKind.EARLY_TERMINATION_FEE,
                                                contract.requireAgreement().period().from(on),
                                                why,
                                                TaxCategories.OUTSIDE)));
        var hosting = contract.hosting();
        if (hosting == null) {
            return charges;
        }
        for (var item : hosting.items()) {
            fee(item.isRunning() ? item.agreement() : null, on, sale)
                    .ifPresent(
                            why ->
                                    charges.add(
                                            sale.charge(
                                                    contract,
                                                    item,
                                                    ChargeKind.EARLY_TERMINATION_FEE,
                                                    item.period().from(on),
                                                    why)));
        }
        return charges;
    }

    private static Optional<Computation> fee(
            @Nullable Agreement agreement, LocalDate on, Sale sale) {
        var rule = sale.product().earlyTermination();
        if (rule == null
                || agreement == null
                || !agreement.term().isYearOrLonger()
                || !agreement.period().contains(on)) {
            return Optional.empty();
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
                        agreement.period().days(),
                        ChronoUnit.DAYS.between(agreement.start(), on),
                        rule.enjoyedDiscount(),
                        rule.remaining());
        return why.result().isZero() ? Optional.empty() : Optional.of(why);
    }
}
