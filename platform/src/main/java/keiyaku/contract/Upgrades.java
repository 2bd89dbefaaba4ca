package keiyaku.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.Computation;
import keiyaku.catalog.Billing;
import keiyaku.contract.ContractRefusal.NotAnUpgrade;
import keiyaku.contract.Outcome.Fact;
import keiyaku.contract.Outcome.Telling;
import keiyaku.shared.Period;
import keiyaku.shared.RefusedException;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;

/**
 * A higher plan, more seats or a longer term, at once (C-10). The term keeps its first day: the
 * unused days of what was charged are given back, and the remaining days of what the new price
 * would have charged for them are charged (B-6).
 */
final class Upgrades {

    private Upgrades() {}

    static Outcome decide(Contract contract, Action.Upgrade asked, Sale sale, LocalDate today) {
        Renewals.requireActive(contract);
        var old = contract.requireAgreement();
        var offer =
                contract.offer()
                        .with(
                                asked.plan() == null ? contract.offer().plan() : asked.plan(),
                                asked.seats() == null ? contract.offer().seats() : asked.seats());
        var term = asked.term() == null ? old.term() : asked.term();
        requireMore(contract, offer, term, sale);
        var agreement = agreement(contract, offer, term, asked.billing(), sale);
        int k = agreement.partOf(today);
        var part = agreement.part(k);
        var remaining = new Period(today, part.end());
        var why =
                new Computation.RemainingDays(
                        agreement.whyOfPart(k).result(),
                        ChronoUnit.DAYS.between(today, part.end()),
                        part.days());
        var upgraded =
                contract.withOffer(offer)
                        .withAgreement(agreement.charged(k))
                        .withCoverage(new Coverage(remaining, why.result()));
        var charges = new ArrayList<>(Endings.unused(contract, today, sale));
        if (!why.result().isZero()) {
            charges.add(sale.charge(upgraded, ChargeKind.PRORATION_CHARGE, remaining, why));
        }
        return outcome(upgraded, today, charges);
    }

    private static Outcome outcome(Contract upgraded, LocalDate today, List<Charge> charges) {
        var details =
                Map.of(
                        "plan", upgraded.offer().plan(),
                        "seats", Long.toString(upgraded.offer().seats()),
                        "term", upgraded.requireAgreement().term().toString());
        return new Outcome(
                upgraded,
                today,
                charges,
                List.of(new Fact("upgraded", today, details)),
                List.of(Telling.CHANGE));
    }

    /** More seats on the same plan and term keep the agreed price; else today's catalog counts. */
    private static Agreement agreement(
            Contract contract,
            Contract.Offer offer,
            Term term,
            @Nullable Billing billing,
            Sale sale) {
        var old = contract.requireAgreement();
        var samePrice =
                offer.plan().equals(contract.offer().plan())
                        && term.equals(old.term())
                        && (billing == null || billing == old.billing());
        if (samePrice) {
            return new Agreement(
                    old.start(),
                    term,
                    old.anchor(),
                    old.billing(),
                    old.unitPrice(),
                    old.monthlyUnitPrice(),
                    offer.seats(),
                    old.partsCharged());
        }
        var price = sale.price(offer.plan(), term, billing);
        var keepsWay =
                billing == null && !old.term().equals(Term.MONTH) && price.allows(old.billing());
        return sale.agreement(
                offer, price, keepsWay ? old.billing() : billing, old.start(), old.anchor());
    }

    private static void requireMore(Contract contract, Contract.Offer offer, Term term, Sale sale) {
        var old = contract.requireAgreement();
        int plan =
                Integer.compare(
                        sale.plan(offer.plan()).rank(), sale.plan(contract.offer().plan()).rank());
        int seats = Long.compare(offer.seats(), contract.offer().seats());
        int length = term.compareTo(old.term());
        var samePlan = offer.plan().equals(contract.offer().plan());
        var less = plan < 0 || seats < 0 || length < 0 || (plan == 0 && !samePlan);
        var more = plan > 0 || seats > 0 || length > 0;
        if (less || !more) {
            throw new RefusedException(new NotAnUpgrade(offer.plan(), offer.seats(), term));
        }
    }
}
