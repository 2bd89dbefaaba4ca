package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Charge;

/**
 * What a rule decided: the contract after it, what is charged for it, what is written down, whom to
 * tell.
 *
 * @param effectiveOn the day from which it holds
 */
record Outcome(
        Contract contract,
        LocalDate effectiveOn,
        List<Charge> charges,
        List<Fact> facts,
        List<Telling> tellings) {

    Outcome {
        charges = List.copyOf(charges);
        facts = List.copyOf(facts);
        tellings = List.copyOf(tellings);
    }

    /** What the product's own site is told (C-15). */
    enum Telling {
        CREATE,
        CHANGE,
        SUSPEND,
        RESUME,
        DELETE
    }

    static Outcome of(Contract contract, LocalDate effectiveOn, Fact fact, Telling... tellings) {
        return new Outcome(contract, effectiveOn, List.of(), List.of(fact), List.of(tellings));
    }

    /** What happened, in one word of the change log, and its figures. */
    record Fact(String type, LocalDate on, Map<String, String> details) {
        Fact(String type, LocalDate on) {
            this(type, on, Map.of());
        }
    }
}
