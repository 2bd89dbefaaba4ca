package keiyaku.billing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import keiyaku.catalog.Scheme;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.shared.Rounding;

/**
 * How a charge's amount came about (B-3, B-14): the rule and its figures, from which anybody can
 * work the amount out again. Shown by the texts {@code billing.why.RULE}; checked by verify.
 */
public sealed interface Computation {

    /** The rule's name: also the key of its text and the type in the database. */
    String rule();

    /** The amount that the figures give. */
    Money result();

    /** The price of a whole period: unit price times quantity. */
    record WholePeriod(Money unitPrice, long quantity) implements Computation {
        @Override
        public String rule() {
            return "whole-period";
        }

        @Override
        public Money result() {
            return unitPrice.times(quantity);
        }
    }

    /** Part k of m of a term's price, so that the parts add up to it (B-5). */
    record Part(Money unitPrice, long quantity, int part, int parts) implements Computation {
        @Override
        public String rule() {
            return "part-of-term";
        }

        @Override
        public Money result() {
            return unitPrice.times(quantity).part(part, parts);
        }
    }

    /** What was charged for n days, less the used days' share of it, given back (B-6). */
    record UnusedDays(Money charged, long unusedDays, long days) implements Computation {
        @Override
        public String rule() {
            return "unused-days";
        }

        @Override
        public Money result() {
            var used = charged.share(days - unusedDays, days, Rounding.FLOOR);
            return charged.minus(used).negated();
        }
    }

    /** d of n days of a period's price (B-6). */
    record RemainingDays(Money periodPrice, long remainingDays, long days) implements Computation {
        @Override
        public String rule() {
            return "remaining-days";
        }

        @Override
        public Money result() {
            return periodPrice.share(remainingDays, days, Rounding.FLOOR);
        }
    }

    /**
     * The fee for ending a term of a year or longer inside it (C-13): the discount enjoyed in the
     * used days, and a rate of the price of what remains.
     */
    record EarlyTermination(
            Money termPrice,
            Money monthlyPrice,
            long days,
            long usedDays,
            boolean withDiscount,
            Rate rate)
            implements Computation {
        @Override
        public String rule() {
            return "early-termination";
        }

        public Money enjoyedDiscount() {
            var discount = monthlyPrice.minus(termPrice);
            return withDiscount && discount.isPositive()
                    ? discount.share(usedDays, days, Rounding.FLOOR)
                    : Money.zero(termPrice.currency());
        }

        /** The rate of the remaining days' price, rounded down once. */
        public Money remainingShare() {
            var million = 1_000_000L;
            return termPrice.share(
                    Math.multiplyExact(rate.perMillion(), days - usedDays),
                    Math.multiplyExact(million, days),
                    Rounding.FLOOR);
        }

        @Override
        public Money result() {
            return enjoyedDiscount().plus(remainingShare());
        }
    }

    /**
     * A line of an issued invoice is given back, whole or in part, by a credit note (B-11).
     *
     * @param charged what the line says
     * @param givenBack so much of it
     */
    record GivenBack(Money charged, Money givenBack, String invoice, int line)
            implements Computation {
        @Override
        public String rule() {
            return "given-back";
        }

        @Override
        public Money result() {
            return givenBack.negated();
        }
    }

    /**
     * A month's use of a meter, rated (B-7).
     *
     * @param unit what one of the quantity is
     * @param used in the month, of which the free allowance is not charged
     */
    record Metered(Currency currency, String unit, Scheme scheme, BigDecimal used, BigDecimal free)
            implements Computation {
        public Metered {
            used = Rating.plain(used);
            free = Rating.plain(free);
        }

        @Override
        public String rule() {
            return "metered";
        }

        /** What remains after the free allowance. */
        public BigDecimal rated() {
            return Rating.rated(used, free);
        }

        public List<Rating.Step> steps() {
            return Rating.steps(scheme, rated(), currency);
        }

        @Override
        public Money result() {
            return Rating.sum(steps(), currency);
        }

        /** The same meter with another quantity. */
        public Metered with(BigDecimal otherUse) {
            return new Metered(currency, unit, scheme, otherUse, free);
        }
    }

    /** Use that came to be known after its month's bill: what the month costs more by it (B-7). */
    record MeteredLate(Metered month, BigDecimal billed) implements Computation {
        public MeteredLate {
            billed = Rating.plain(billed);
        }

        @Override
        public String rule() {
            return "metered-late";
        }

        public Metered before() {
            return month.with(billed);
        }

        public BigDecimal late() {
            return month.used().subtract(before().used());
        }

        @Override
        public Money result() {
            return month.result().minus(before().result());
        }
    }
}
