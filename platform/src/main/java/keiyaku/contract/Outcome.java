package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Charge;
import keiyaku.shared.InvoiceId;

/**
 * What a rule decided: the contract after it, what is charged for it, what is written down, whom to
 * tell.
 *
 * @param effectiveOn the day from which it holds
 * @param voids invoices that are taken back whole: what stands on them was never served
 */
record Outcome(
        Contract contract,
        LocalDate effectiveOn,
        List<Charge> charges,
        List<Fact> facts,
        List<Telling> tellings,
        List<InvoiceId> voids) {

    Outcome(
            Contract contract,
            LocalDate effectiveOn,
            List<Charge> charges,
            List<Fact> facts,
            List<Telling> tellings) {
        this(contract, effectiveOn, charges, facts, tellings, List.of());
    }

    Outcome {
        voids = List.copyOf(voids);
        charges = List.copyOf(charges);
        facts = List.copyOf(facts);
        tellings = List.copyOf(tellings);
    }

    Outcome voiding(List<InvoiceId> invoices) {
        return new Outcome(contract, effectiveOn, charges, facts, tellings, invoices);
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
