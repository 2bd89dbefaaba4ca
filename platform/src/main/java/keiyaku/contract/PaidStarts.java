package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import keiyaku.contract.ContractRefusal.DayInPast;
import keiyaku.contract.ContractRefusal.NotInTrial;
import keiyaku.contract.ContractRefusal.OutsideTrial;
import keiyaku.contract.Outcome.Fact;
import keiyaku.contract.Reservations.PaidStart;
import keiyaku.shared.RefusedException;

/** From the trial to a contract that is paid for, at once or on a day of the trial (C-7). */
final class PaidStarts {

    private PaidStarts() {}

    /**
     * Starts today, or reserves a later day of the trial; a new choice takes an old one's place.
     */
    static Outcome decide(Contract contract, Action.Convert asked, Sale sale, LocalDate today) {
        var trial = contract.trial();
        if (contract.state() != ContractState.TRIAL || trial == null) {
            throw new RefusedException(new NotInTrial(contract.state()));
        }
        if (asked.on().isBefore(today)) {
            throw new RefusedException(new DayInPast(asked.on(), today));
        }
        if (!trial.contains(asked.on())) {
            throw new RefusedException(new OutsideTrial(asked.on(), trial));
        }
        var price = sale.price(contract.offer().plan(), asked.term(), asked.billing());
        var agreement = sale.agreement(contract.offer(), price, asked.billing(), asked.on());
        if (asked.on().equals(today)) {
            return start(contract, agreement, sale);
        }
        var reserved = contract.reservations().withPaidStart(new PaidStart(agreement));
        return Outcome.of(
                contract.withReservations(reserved),
                asked.on(),
                new Fact("paid-start-reserved", asked.on(), details(agreement)));
    }

    /** The contract is paid for by an agreement; what is left of the trial lapses. */
    static Outcome start(Contract contract, Agreement agreement, Sale sale) {
        var active =
                contract.withState(ContractState.ACTIVE)
                        .withAgreement(agreement)
                        .withReservations(contract.reservations().withPaidStart(null));
        var fact = new Fact("started", agreement.start(), details(agreement));
        return Parts.chargeNext(active, sale, List.of(fact));
    }

    private static Map<String, String> details(Agreement agreement) {
        return Map.of("term", agreement.term().toString(), "billing", agreement.billing().code());
    }
}
