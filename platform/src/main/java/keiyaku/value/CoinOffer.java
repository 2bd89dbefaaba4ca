package keiyaku.value;

import java.util.List;
import keiyaku.catalog.CoinRules;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.shared.Rounding;

/** What may be charged, and what is given with it (S-6). */
final class CoinOffer {

    private CoinOffer() {}

    /** The rate of the last step that the amount reaches, rounded down. */
    static Money bonus(CoinRules rules, Money amount) {
        return rules.bonus().stream()
                .filter(step -> amount.compareTo(step.from()) >= 0)
                .map(CoinRules.Bonus::rate)
                .reduce((lower, higher) -> higher)
                .orElse(Rate.ZERO)
                .of(amount, Rounding.FLOOR);
    }

    /**
     * Refuses with coin-limit what is above what one charge or the balance may be, or nothing.
     *
     * @param held what is held, and what is on its way
     */
    static void check(CoinRules rules, Money amount, Money held) {
        var limits = rules.limits();
        var most = limits.balance().minus(held);
        var withBonus = amount.plus(bonus(rules, amount.abs()));
        if (!amount.isPositive()
                || amount.compareTo(limits.charge()) > 0
                || withBonus.compareTo(most) > 0) {
            throw new ValueRefusal.CoinLimit(limits.charge(), limits.balance()).thrown();
        }
    }

    static Money sum(List<CoinLot> lots, CoinKind kind, Money zero) {
        return lots.stream()
                .filter(lot -> lot.kind() == kind)
                .map(CoinLot::remaining)
                .reduce(zero, Money::plus);
    }
}
