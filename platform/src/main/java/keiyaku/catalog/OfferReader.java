package keiyaku.catalog;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.shared.Term;
import keiyaku.shared.YamlNode;

/** Reads coupons and the rules of coins. */
final class OfferReader {

    private static final int MOST_DAYS = 3660;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_USES = 1_000_000_000;
    private static final Map<String, String> MEMBER_TYPES =
            Map.of("individual", "individual", "business", "business");

    private OfferReader() {}

    static Coupon coupon(YamlNode node, Currency currency) {
        node.refuseUnknown(
                Set.of("code", "grants", "perMember", "limit", "singleUse", "for", "from", "to"));
        var from = node.date("from");
        var to = node.date("to");
        if (to.isBefore(from)) {
            throw node.child("to").error("'to' " + to + " lies before 'from' " + from);
        }
        return new Coupon(
                Values.code(node.child("code")),
                grant(node.child("grants"), currency),
                limits(node),
                from,
                to);
    }

    private static Coupon.Limits limits(YamlNode node) {
        return new Coupon.Limits(
                node.optional("perMember").map(n -> n.integer(1, 1000)).orElse(1),
                node.optional("limit").map(n -> n.integer(1, MOST_USES)).orElse(null),
                node.optional("singleUse").map(YamlNode::bool).orElse(false),
                node.optional("for").map(OfferReader::audience).orElse(Coupon.Audience.ALL));
    }

    private static Coupon.Audience audience(YamlNode node) {
        node.refuseUnknown(Set.of("newWithinDays", "memberType", "countries"));
        return new Coupon.Audience(
                node.optional("newWithinDays").map(n -> n.integer(1, MOST_DAYS)).orElse(null),
                node.optional("memberType").map(n -> n.oneOf(MEMBER_TYPES)).orElse(null),
                node.list("countries").stream().map(Values::country).toList());
    }

    private static Coupon.Grant grant(YamlNode node, Currency currency) {
        if (node.has("credit") == node.has("discount")) {
            throw node.error("a coupon grants either 'credit' or 'discount'");
        }
        if (node.has("credit")) {
            node.refuseUnknown(Set.of("credit", "products", "validDays"));
            return new Coupon.Credit(
                    aboveZero(node.child("credit"), currency),
                    Values.codes(Values.some(node, "products")),
                    node.child("validDays").integer(1, MOST_DAYS));
        }
        node.refuseUnknown(Set.of("discount", "products", "months"));
        return new Coupon.Discount(
                aboveZero(node.child("discount")),
                Values.codes(Values.some(node, "products")),
                node.child("months").integer(1, MOST_MONTHS));
    }

    static CoinRules coins(YamlNode node, Currency currency) {
        node.refuseUnknown(Set.of("amounts", "bonus", "limits", "expires"));
        var amounts = Values.distinct(Values.some(node, "amounts"), YamlNode::text);
        return new CoinRules(
                amounts.stream().map(amount -> aboveZero(amount, currency)).toList(),
                bonus(node.list("bonus"), currency),
                node.optional("limits")
                        .map(limits -> coinLimits(limits, currency))
                        .orElseGet(() -> CoinRules.Limits.usual(currency)),
                node.child("expires").as(Term::parse));
    }

    private static CoinRules.Limits coinLimits(YamlNode node, Currency currency) {
        node.refuseUnknown(Set.of("charge", "balance"));
        return new CoinRules.Limits(
                aboveZero(node.child("charge"), currency),
                aboveZero(node.child("balance"), currency));
    }

    private static List<CoinRules.Bonus> bonus(List<YamlNode> nodes, Currency currency) {
        var steps = new ArrayList<CoinRules.Bonus>();
        for (var node : nodes) {
            node.refuseUnknown(Set.of("from", "rate"));
            var from = aboveZero(node.child("from"), currency);
            if (!steps.isEmpty() && from.compareTo(steps.getLast().from()) <= 0) {
                throw node.child("from").error("bonus steps rise; put the smaller 'from' first");
            }
            steps.add(new CoinRules.Bonus(from, CatalogReader.share(node.child("rate"))));
        }
        return steps;
    }

    private static Money aboveZero(YamlNode node, Currency currency) {
        var amount = Values.amount(node, currency);
        if (amount.isZero()) {
            throw node.error("an amount of 0 grants nothing; write 1 or more");
        }
        return amount;
    }

    private static Rate aboveZero(YamlNode node) {
        var rate = CatalogReader.share(node);
        if (rate.perMillion() == 0) {
            throw node.error("a rate of 0% grants nothing");
        }
        return rate;
    }
}
