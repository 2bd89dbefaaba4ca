package keiyaku.catalog;

import static keiyaku.catalog.Trees.each;
import static keiyaku.catalog.Trees.put;

import java.util.LinkedHashMap;
import java.util.Map;

/** Coupons and coins as their file has them; see {@link Trees}. */
final class OfferTrees {

    private OfferTrees() {}

    static Map<String, Object> coupon(Coupon coupon) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("code", coupon.code());
        tree.put("grants", grant(coupon.grants()));
        limits(tree, coupon.limits());
        tree.put("from", Trees.date(coupon.from()));
        tree.put("to", Trees.date(coupon.to()));
        return tree;
    }

    private static void limits(Map<String, Object> tree, Coupon.Limits limits) {
        tree.put("perMember", limits.perMember());
        if (limits.inAll() != null) {
            tree.put("limit", limits.inAll());
        }
        if (limits.singleUse()) {
            tree.put("singleUse", true);
        }
        var audience = limits.audience();
        if (!audience.equals(Coupon.Audience.ALL)) {
            var who = new LinkedHashMap<String, Object>();
            if (audience.newWithinDays() != null) {
                who.put("newWithinDays", audience.newWithinDays());
            }
            if (audience.memberType() != null) {
                who.put("memberType", audience.memberType());
            }
            put(who, "countries", audience.countries());
            tree.put("for", who);
        }
    }

    private static Map<String, Object> grant(Coupon.Grant grant) {
        var tree = new LinkedHashMap<String, Object>();
        switch (grant) {
            case Coupon.Credit credit -> {
                tree.put("credit", credit.amount().minor());
                tree.put("products", credit.products());
                tree.put("validDays", credit.validDays());
            }
            case Coupon.Discount discount -> {
                tree.put("discount", discount.rate().toString());
                tree.put("products", discount.products());
                tree.put("months", discount.months());
            }
        }
        return tree;
    }

    static Map<String, Object> coins(CoinRules coins) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("amounts", each(coins.amounts(), amount -> amount.minor()));
        put(tree, "bonus", each(coins.bonus(), OfferTrees::bonus));
        var usual = CoinRules.Limits.usual(coins.limits().charge().currency());
        if (!coins.limits().equals(usual)) {
            var limits = new LinkedHashMap<String, Object>();
            limits.put("charge", coins.limits().charge().minor());
            limits.put("balance", coins.limits().balance().minor());
            tree.put("limits", limits);
        }
        tree.put("expires", coins.expires().toString());
        return tree;
    }

    private static Map<String, Object> bonus(CoinRules.Bonus bonus) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("from", bonus.from().minor());
        tree.put("rate", bonus.rate().toString());
        return tree;
    }
}
