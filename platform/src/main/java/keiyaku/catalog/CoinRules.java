package keiyaku.catalog;

import java.util.List;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.shared.Term;

/**
 * How coins are sold (S-6).
 *
 * @param amounts those offered on the page
 * @param bonus by amount, rising; the last that an amount reaches counts
 * @param expires how long after the charge
 */
public record CoinRules(List<Money> amounts, List<Bonus> bonus, Term expires) {

    public CoinRules {
        amounts = List.copyOf(amounts);
        bonus = List.copyOf(bonus);
    }

    /** The rate given on a charge of this amount or more. */
    public record Bonus(Money from, Rate rate) {}
}
