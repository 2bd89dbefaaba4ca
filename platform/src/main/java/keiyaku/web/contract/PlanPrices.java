package keiyaku.web.contract;

import java.util.Comparator;
import java.util.List;
import keiyaku.catalog.Billing;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Price;
import keiyaku.catalog.Product;
import keiyaku.contract.Agreement;
import keiyaku.web.Page;

/** Prices in words, always with whether tax is in. */
public final class PlanPrices {

    private PlanPrices() {}

    /** A plan's prices, the shortest term first. */
    public static List<String> lines(Page page, Plan plan) {
        return plan.prices().stream()
                .sorted(Comparator.comparing(Price::term))
                .map(price -> Prices.text(page, price))
                .toList();
    }

    /** What a product without a trial costs from today. */
    public static String first(Page page, Plan plan, long seats) {
        return Prices.usual(plan)
                .filter(price -> price.amount().isPositive())
                .map(p -> page.t("contract.apply.confirm.price", p.forQuantity(seats), p.term()))
                .orElseGet(() -> page.t("contract.apply.confirm.by-use"));
    }

    public static boolean perSeat(Product product) {
        return product.plans().stream()
                .flatMap(plan -> plan.prices().stream())
                .anyMatch(Price::perSeat);
    }

    /** What was agreed: the price of the term and how it is paid. */
    public static String agreed(Page page, Agreement agreement) {
        var way = new Prices.Way(agreement.term(), agreement.billing());
        // A term of one month is paid by the month, whichever way it was chosen.
        return agreement.billing() == Billing.MONTHLY || agreement.term().months() == 1
                ? page.t(
                        "contract.price.agreed-monthly",
                        agreement.price().part(1, agreement.term().months()),
                        way.label(page))
                : page.t("contract.price.agreed", agreement.price(), way.label(page));
    }
}
