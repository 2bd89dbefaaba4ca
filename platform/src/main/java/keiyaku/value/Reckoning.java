package keiyaku.value;

import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.shared.Rounding;

/** How much a charge was lowered, and from which figures; shown and checked like a charge's own. */
public sealed interface Reckoning {

    /** The rule's name: the type in the database and the end of its text's key. */
    String rule();

    /** What the figures give. */
    Money result();

    /** A rate off what was left of the charge. */
    record RateOff(Money base, Rate rate) implements Reckoning {
        @Override
        public String rule() {
            return "rate-off";
        }

        @Override
        public Money result() {
            return rate.of(base, Rounding.TOWARD_ZERO);
        }
    }

    /** An amount off, in proportion to the days that are charged, at most what is left. */
    record AmountOff(Money base, Money off, long days, long ofDays) implements Reckoning {
        @Override
        public String rule() {
            return "amount-off";
        }

        @Override
        public Money result() {
            return Amounts.least(base, off.share(days, ofDays, Rounding.FLOOR));
        }
    }

    /** A credit pays what is left of the charge, as far as it goes. */
    record CreditUsed(Money base, Money balance) implements Reckoning {
        @Override
        public String rule() {
            return "credit-used";
        }

        @Override
        public Money result() {
            return Amounts.least(base, balance);
        }
    }

    /**
     * The share of what had lowered a charge, in what is given back of the charge (B-6). The shares
     * are cut one after the other, so that all of them together are never more than what is given
     * back, and all of it when nothing else had paid.
     *
     * @param before what had lowered the charge before this did
     */
    record GivenBack(Money covered, Money before, Money givenBack, Money charged)
            implements Reckoning {
        @Override
        public String rule() {
            return "given-back";
        }

        @Override
        public Money result() {
            return upTo(before).minus(upTo(before.plus(covered)));
        }

        private Money upTo(Money part) {
            return part.share(givenBack.minor(), charged.minor(), Rounding.FLOOR);
        }
    }
}
