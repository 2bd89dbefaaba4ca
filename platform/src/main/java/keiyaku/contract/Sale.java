package keiyaku.contract;

import java.time.LocalDate;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.Computation;
import keiyaku.billing.TaxCategories;
import keiyaku.catalog.Billing;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Price;
import keiyaku.catalog.Product;
import keiyaku.shared.BillingDay;
import keiyaku.shared.Period;
import keiyaku.shared.RefusedException;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of the catalog and of the member: the product as offered on the day,
 * and whether the member is abroad, so that no tax is charged (B-19).
 */
record Sale(Product product, boolean export) {

    Plan plan(String code) {
        return product.plan(code).orElseThrow(() -> notOffered(code, "-", "-"));
    }

    /** The price of a plan for a term, if it may be billed so; null: the usual way. */
    Price price(String plan, Term term, @Nullable Billing billing) {
        var way = billing == null ? "-" : billing.code();
        var price =
                plan(plan).price(term).orElseThrow(() -> notOffered(plan, term.toString(), way));
        if (billing != null && !price.allows(billing)) {
            throw notOffered(plan, term.toString(), way);
        }
        return price;
    }

    /** A new agreement on a plan's price of today's catalog, from a day on. */
    Agreement agreement(
            Contract.Offer offer, Price price, @Nullable Billing billing, LocalDate start) {
        return agreement(offer, price, billing, start, BillingDay.of(start));
    }

    Agreement agreement(
            Contract.Offer offer,
            Price price,
            @Nullable Billing billing,
            LocalDate start,
            BillingDay anchor) {
        return new Agreement(
                start,
                price.term(),
                anchor,
                billing == null ? price.defaultBilling() : billing,
                price.amount(),
                plan(offer.plan()).price(Term.MONTH).map(Price::amount).orElse(null),
                price.perSeat() ? offer.seats() : 1,
                0);
    }

    Charge charge(
            Contract contract,
            ChargeKind kind,
            Period period,
            Computation why,
            String taxCategory) {
        var agreement = contract.requireAgreement();
        return new Charge(
                contract.account(),
                contract.id(),
                contract.offer().product(),
                kind,
                contract.offer().plan(),
                period,
                agreement.quantity(),
                taxCategory,
                why,
                kind == ChargeKind.RECURRING ? 0 : contract.changes() + 1);
    }

    /** A charge for the product itself, taxed as the product is. */
    Charge charge(Contract contract, ChargeKind kind, Period period, Computation why) {
        return charge(contract, kind, period, why, taxCategory());
    }

    String taxCategory() {
        return export ? TaxCategories.EXPORT : product.taxCategory();
    }

    private static RefusedException notOffered(String plan, String term, String billing) {
        return new RefusedException(new ContractRefusal.PriceNotOffered(plan, term, billing));
    }
}
