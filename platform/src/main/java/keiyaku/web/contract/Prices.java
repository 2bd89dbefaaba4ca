package keiyaku.web.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keiyaku.catalog.Billing;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Price;
import keiyaku.shared.Money;
import keiyaku.shared.Term;
import keiyaku.web.Page;
import keiyaku.web.part.Option;

/** The ways in which a plan can be paid for, as choices of a form. */
final class Prices {

    private Prices() {}

    /** A term with a way of billing; written P1Y-monthly in forms. */
    record Way(Term term, Billing billing) {

        static Optional<Way> parse(String value) {
            int dash = value.indexOf('-');
            try {
                var term = Term.parse(value.substring(0, Math.max(dash, 0)));
                for (var billing : Billing.values()) {
                    if (billing.code().equals(value.substring(dash + 1))) {
                        return Optional.of(new Way(term, billing));
                    }
                }
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // nothing that this page offered
            }
            return Optional.empty();
        }

        String value() {
            return term + "-" + billing.code();
        }

        /** 1 year, by the month. */
        String label(Page page) {
            return term.equals(Term.MONTH)
                    ? page.t("contract.price.month")
                    : page.t("contract.price.way", term, Words.billing(page, billing));
        }
    }

    /** The shortest terms first. */
    static List<Way> ways(Plan plan) {
        var ways = new ArrayList<Way>();
        plan.prices().stream()
                .sorted(Comparator.comparing(Price::term))
                .forEach(price -> ways(price).forEach(b -> ways.add(new Way(price.term(), b))));
        return ways;
    }

    private static List<Billing> ways(Price price) {
        if (price.term().equals(Term.MONTH)) {
            return List.of(Billing.MONTHLY);
        }
        return price.billing().isEmpty() ? List.of(Billing.UPFRONT) : price.billing();
    }

    /** Choices with what is paid each time, without tax, for so many seats. */
    static List<Option> options(Page page, Plan plan, long seats) {
        return ways(plan).stream().map(way -> option(page, plan, way, seats)).toList();
    }

    private static Option option(Page page, Plan plan, Way way, long seats) {
        var price = plan.price(way.term()).orElseThrow();
        var whole = price.forQuantity(seats);
        var monthly = way.billing() == Billing.MONTHLY;
        var aside =
                monthly
                        ? page.t("contract.price.monthly", whole.part(1, way.term().months()))
                        : page.t("contract.price.upfront", whole);
        return new Option(
                way.value(), way.label(page), saving(page, plan, price, seats), aside, true);
    }

    /** How much less than by the month; null where it is not less. */
    private static @org.jspecify.annotations.Nullable String saving(
            Page page, Plan plan, Price price, long seats) {
        var months = price.term().months();
        return plan.price(Term.MONTH)
                .map(month -> month.forQuantity(seats).times(months))
                .map(byMonth -> byMonth.minus(price.forQuantity(seats)))
                .filter(Money::isPositive)
                .map(less -> page.t("contract.price.saving", less))
                .orElse(null);
    }

    /** The price that a list of products names: by the month, or else the shortest term's. */
    static Optional<Price> usual(Plan plan) {
        return plan.price(Term.MONTH)
                .or(() -> plan.prices().stream().min(Comparator.comparing(Price::term)));
    }

    /** 450円 per seat and month, without tax. */
    static String text(Page page, Price price) {
        if (price.amount().isZero()) {
            return page.t("contract.price.by-use");
        }
        var unit = price.perSeat() ? "contract.price.per-seat" : "contract.price.flat";
        return page.t(unit, price.amount(), price.term());
    }

    static Optional<Price> cheapest(List<Plan> plans) {
        return plans.stream()
                .flatMap(plan -> usual(plan).stream())
                .min(Comparator.comparing(Price::amount));
    }
}
