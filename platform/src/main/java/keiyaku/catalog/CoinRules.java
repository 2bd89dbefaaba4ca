package keiyaku.catalog;

import java.util.Currency;
import java.util.List;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.shared.Term;

/**
 * How coins are sold (S-6).
 *
 * @param amounts those offered on the page
 * @param bonus by amount, rising; the last that an amount reaches counts
 * @param limits the most of one charge and of the balance, with which prepaid rules are kept
 * @param expires how long after the charge
 */
public record CoinRules(List<Money> amounts, List<Bonus> bonus, Limits limits, Term expires) {

    public CoinRules {
        amounts = List.copyOf(amounts);
        bonus = List.copyOf(bonus);
    }

    /** The most that may be charged at once, and be held. */
    public record Limits(Money charge, Money balance) {

        private static final long USUAL_CHARGE = 500_000;
        private static final long USUAL_BALANCE = 1_000_000;

        /** Where a catalog names none. */
        public static Limits usual(Currency currency) {
            return new Limits(
                    new Money(USUAL_CHARGE, currency), new Money(USUAL_BALANCE, currency));
        }
    }

    /** The rate given on a charge of this amount or more. */
    public record Bonus(Money from, Rate rate) {}
}
