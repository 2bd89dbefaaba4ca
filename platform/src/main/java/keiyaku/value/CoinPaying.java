package keiyaku.value;

import java.util.ArrayList;
import java.util.List;
import keiyaku.shared.Money;
import keiyaku.shared.Rounding;

/** Which coins pay (S-7), and to which ones returns what they had paid (B-6). */
final class CoinPaying {

    private CoinPaying() {}

    /** So much of one lot. */
    record Part(CoinLot lot, Money amount) {}

    /** At most what is open, from the lots in the order of use. */
    static List<Part> pay(List<CoinLot> lots, Money open) {
        var parts = new ArrayList<Part>();
        var left = open;
        for (var lot : lots.stream().sorted(CoinLot.ORDER_OF_USE).toList()) {
            var amount = Amounts.least(lot.remaining(), left);
            if (amount.isPositive()) {
                parts.add(new Part(lot, amount));
                left = left.minus(amount);
            }
        }
        return parts;
    }

    /** The share of coins in what is given back of an invoice, rounded down: the rest is money. */
    static Money share(Money givenBack, Money paidByCoins, Money total) {
        return givenBack.share(paidByCoins.minor(), total.minor(), Rounding.FLOOR);
    }

    /** So much of one use returns. */
    record Back(CoinUse use, Money amount) {}

    /**
     * What was used last returns first.
     *
     * @param uses of one invoice, in order, with what of them returned before below zero
     */
    static List<Back> giveBack(List<CoinUse> uses, Money amount) {
        var parts = new ArrayList<Back>();
        var left = amount;
        for (var use : uses.reversed()) {
            if (!use.amount().isPositive()) {
                continue;
            }
            var back = Amounts.least(stillUsed(use, uses), left);
            if (back.isPositive()) {
                parts.add(new Back(use, back));
                left = left.minus(back);
            }
        }
        return parts;
    }

    /** A lot pays an invoice once, so what returned to it returned of that use. */
    private static Money stillUsed(CoinUse use, List<CoinUse> uses) {
        return uses.stream()
                .filter(u -> u.lot().equals(use.lot()))
                .map(CoinUse::amount)
                .reduce(Money.zero(use.amount().currency()), Money::plus);
    }
}
