package keiyaku.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import keiyaku.catalog.Scheme;
import keiyaku.shared.Money;

/**
 * How a month's use of a meter becomes an amount (C-1, B-7): the free allowance is taken off first,
 * the scheme rates what remains, and the line is rounded down once.
 */
public final class Rating {

    private Rating() {}

    /** So many units at a price each; for packages, so many packages. */
    public record Step(BigDecimal quantity, UnitPrice price) {

        /** In minor units, not rounded. */
        public BigDecimal exactly() {
            return quantity.multiply(price.minor());
        }
    }

    /** A price in minor units that may have decimals, so that it is no Money. */
    public record UnitPrice(BigDecimal minor, Currency currency) {}

    /** What remains after the free allowance. */
    static BigDecimal rated(BigDecimal used, BigDecimal free) {
        return used.subtract(free).max(BigDecimal.ZERO);
    }

    /** The pieces of a quantity, of which none is left; none for nothing. */
    static List<Step> steps(Scheme scheme, BigDecimal quantity, Currency currency) {
        if (quantity.signum() == 0) {
            return List.of();
        }
        return switch (scheme) {
            case Scheme.Flat flat -> List.of(step(quantity, flat.price(), currency));
            case Scheme.Tiered tiered -> tiers(tiered.tiers(), quantity, currency);
            case Scheme.Volume volume ->
                    List.of(step(quantity, tierOf(volume.tiers(), quantity).price(), currency));
            case Scheme.PerPackage pack ->
                    List.of(
                            step(
                                    quantity.divide(pack.size(), 0, RoundingMode.CEILING),
                                    pack.price(),
                                    currency));
        };
    }

    /** Rounded down to whole minor units, once for all pieces. */
    static Money sum(List<Step> steps, Currency currency) {
        var exact = steps.stream().map(Step::exactly).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(exact.setScale(0, RoundingMode.FLOOR).longValueExact(), currency);
    }

    /** One way to write a number, so that equal ones are the same. */
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static List<Step> tiers(
            List<Scheme.Tier> tiers, BigDecimal quantity, Currency currency) {
        var steps = new ArrayList<Step>();
        var reached = BigDecimal.ZERO;
        for (var tier : tiers) {
            var upTo = tier.upTo();
            var end = upTo == null ? quantity : upTo.min(quantity);
            if (end.compareTo(reached) > 0) {
                steps.add(step(end.subtract(reached), tier.price(), currency));
                reached = end;
            }
        }
        return steps;
    }

    private static Scheme.Tier tierOf(List<Scheme.Tier> tiers, BigDecimal quantity) {
        for (var tier : tiers) {
            var upTo = tier.upTo();
            if (upTo == null || quantity.compareTo(upTo) <= 0) {
                return tier;
            }
        }
        throw new IllegalArgumentException("the last tier has an end");
    }

    private static Step step(BigDecimal quantity, BigDecimal price, Currency currency) {
        return new Step(quantity, new UnitPrice(price, currency));
    }
}
