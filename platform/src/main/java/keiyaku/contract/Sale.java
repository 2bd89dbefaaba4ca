package keiyaku.contract;

import java.time.LocalDate;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.Computation;
import keiyaku.billing.TaxCategories;
import keiyaku.catalog.Billing;
import keiyaku.catalog.OptionPrice;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Price;
import keiyaku.catalog.Product;
import keiyaku.catalog.ProductOption;
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

    /** Between the occurrences of two options of one contract. */
    private static final long ITEMS_APART = 1_000_000_000L;

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
        var agreement = contract.agreement();
        return new Charge(
                contract.account(),
                contract.id(),
                contract.offer().product(),
                kind,
                contract.offer().plan(),
                period,
                agreement == null ? contract.offer().seats() : agreement.quantity(),
                taxCategory,
                why,
                occurrence(contract, kind));
    }

    /** A charge for an option of a server contract, or what is given back of one. */
    Charge charge(
            Contract contract, OptionItem item, ChargeKind kind, Period period, Computation why) {
        var charge = charge(contract, kind, period, why);
        return new Charge(
                charge.account(),
                charge.contract(),
                charge.product(),
                kind,
                item.option(),
                period,
                quantity(item, why),
                kind == ChargeKind.EARLY_TERMINATION_FEE ? TaxCategories.OUTSIDE : taxCategory(),
                why,
                item.number() * ITEMS_APART + charge.occurrence());
    }

    /** A term is charged once in its series; what else is charged, once a change (B-4). */
    private static long occurrence(Contract contract, ChargeKind kind) {
        var hosting = contract.hosting();
        return switch (kind) {
            case RECURRING, OPTION -> hosting == null ? 0 : hosting.series();
            default -> contract.changes() + 1;
        };
    }

    private static long quantity(OptionItem item, Computation why) {
        if (why instanceof Computation.WholePeriod whole) {
            return whole.quantity();
        }
        var agreement = item.agreement();
        return agreement == null ? 1 : agreement.quantity();
    }

    ProductOption option(String code) {
        return product.option(code).orElseThrow(() -> notOffered(code, "-", "-"));
    }

    /** The price of an option for a term of its own. */
    private OptionPrice optionPrice(String code, Term term) {
        return option(code).price(term).orElseThrow(() -> notOffered(code, term.toString(), "-"));
    }

    /** A new agreement on an option at today's price; options are charged up front. */
    Agreement agreement(
            String option, Term term, long quantity, LocalDate start, BillingDay anchor) {
        var price = optionPrice(option, term);
        return new Agreement(
                start,
                term,
                anchor,
                Billing.UPFRONT,
                price.amount(),
                option(option).price(Term.MONTH).map(OptionPrice::amount).orElse(null),
                price.perDevice() ? quantity : 1,
                1);
    }

    /** The term of a chosen option: as named, or the contract's, or the longest that is shorter. */
    Term termOf(OptionChoice choice, Term contractTerm) {
        if (choice.term() != null) {
            return choice.term();
        }
        var offered = option(choice.code()).prices().stream().map(OptionPrice::term).sorted();
        var terms = offered.toList();
        return terms.stream()
                .filter(term -> term.compareTo(contractTerm) <= 0)
                .reduce((shorter, longer) -> longer)
                .orElse(terms.getFirst());
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
