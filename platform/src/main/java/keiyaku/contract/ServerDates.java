package keiyaku.contract;

import java.time.LocalDate;
import keiyaku.shared.Period;

/**
 * The days of a server contract's running term, as its pages tell them (H-7, H-8, H-11).
 *
 * @param collectedOn when what follows is collected, if it goes on by itself
 * @param changeableThrough the last day on which that can be changed
 * @param openFrom the first day on which it can be renewed by hand
 * @param graceThrough the last day on which it can be renewed without loss
 */
public record ServerDates(
        Period term,
        LocalDate collectedOn,
        LocalDate changeableThrough,
        LocalDate openFrom,
        LocalDate graceThrough) {

    /** Of a server contract whose first term has begun. */
    public static ServerDates of(Contract contract) {
        var term = contract.requireAgreement().period();
        var hosting = contract.requireHosting();
        return new ServerDates(
                term,
                RenewalDays.collectedOn(term, hosting),
                RenewalDays.changeableThrough(term, hosting),
                RenewalDays.openFrom(term, hosting),
                RenewalDays.graceThrough(term, hosting));
    }
}
