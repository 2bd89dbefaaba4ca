package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import keiyaku.catalog.Billing;
import keiyaku.catalog.Price;
import keiyaku.contract.ContractRefusal.NotActive;
import keiyaku.contract.Outcome.Fact;
import keiyaku.contract.Outcome.Telling;
import keiyaku.contract.Reservations.RenewalChoice;
import keiyaku.contract.Reservations.RenewalChoice.Continues;
import keiyaku.contract.Reservations.RenewalChoice.Ends;
import keiyaku.shared.RefusedException;
import keiyaku.shared.Term;

/** What follows when a term ends (C-9): what was chosen, or else month by month. */
final class Renewals {

    private Renewals() {}

    static Outcome choose(Contract contract, Action.SetRenewal asked, Sale sale) {
        requireActive(contract);
        var plan = asked.plan() == null ? contract.offer().plan() : asked.plan();
        var price = sale.price(plan, asked.term(), asked.billing());
        var billing = asked.billing() == null ? price.defaultBilling() : asked.billing();
        return chosen(
                contract,
                new Continues(plan, asked.term(), billing),
                Map.of("plan", plan, "term", asked.term() + "", "billing", billing.code()));
    }

    static Outcome chooseNone(Contract contract) {
        requireActive(contract);
        return chosen(contract, new Ends(), Map.of("term", "none"));
    }

    private static Outcome chosen(
            Contract contract, RenewalChoice choice, Map<String, String> details) {
        var end = contract.requireAgreement().period().end();
        return Outcome.of(
                contract.withReservations(contract.reservations().withRenewal(choice)),
                end,
                new Fact("renewal-chosen", end, details));
    }

    /** The term is over: the next one begins on that day, at that day's prices (C-1). */
    static Outcome atTermEnd(Contract contract, Sale sale) {
        var old = contract.requireAgreement();
        var day = old.period().end();
        var choice = contract.reservations().renewal();
        if (choice instanceof Ends) {
            return Endings.end(contract, day, "term-over");
        }
        var next = choice instanceof Continues chosen ? chosen : byTheMonth(contract, sale);
        var offer = contract.offer().with(next.plan(), contract.offer().seats());
        var price = sale.price(next.plan(), next.term(), next.billing());
        var agreement = sale.agreement(offer, price, next.billing(), day, old.anchor());
        var renewed =
                contract.withOffer(offer)
                        .withAgreement(agreement)
                        .withReservations(contract.reservations().withRenewal(null));
        var outcome = Parts.chargeNext(renewed, sale, List.of(fact(next, day)));
        return next.plan().equals(contract.offer().plan())
                ? outcome
                : new Outcome(
                        outcome.contract(),
                        day,
                        outcome.charges(),
                        outcome.facts(),
                        List.of(Telling.CHANGE));
    }

    private static Fact fact(Continues next, LocalDate day) {
        return new Fact(
                "renewed",
                day,
                Map.of(
                        "plan", next.plan(),
                        "term", next.term().toString(),
                        "billing", next.billing().code()));
    }

    /** Nothing was chosen: the plan's price by the month, or else its shortest term. */
    private static Continues byTheMonth(Contract contract, Sale sale) {
        var plan = sale.plan(contract.offer().plan());
        var term =
                plan.price(Term.MONTH).isPresent()
                        ? Term.MONTH
                        : plan.prices().stream()
                                .map(Price::term)
                                .min(Term::compareTo)
                                .orElse(contract.requireAgreement().term());
        var way = sale.price(plan.code(), term, null).defaultBilling();
        return new Continues(plan.code(), term, term.equals(Term.MONTH) ? Billing.MONTHLY : way);
    }

    static void requireActive(Contract contract) {
        if (contract.state() != ContractState.ACTIVE) {
            throw new RefusedException(new NotActive(contract.state()));
        }
    }
}
