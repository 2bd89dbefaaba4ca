package keiyaku.catalog;

import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import keiyaku.shared.Term;
import keiyaku.shared.Text;
import keiyaku.shared.YamlNode;

/** Reads plans and their prices. */
final class PlanReader {

    private static final Map<String, Billing> BILLINGS =
            Values.named(Billing.values(), Billing::code);

    private PlanReader() {}

    static List<Plan> plans(List<YamlNode> nodes, Currency currency) {
        Values.distinct(nodes, node -> Values.code(node.child("code")));
        refuseEqualRanks(nodes);
        return nodes.stream().map(node -> plan(node, currency)).toList();
    }

    private static void refuseEqualRanks(List<YamlNode> nodes) {
        var lines = new HashMap<Integer, Integer>();
        for (var node : nodes) {
            var rank = node.optional("rank").orElse(null);
            var earlier = rank == null ? null : lines.put(rank(rank), rank.line());
            if (rank != null && earlier != null) {
                throw rank.error(
                        "rank "
                                + rank.text()
                                + " is taken in line "
                                + earlier
                                + "; an upgrade goes to a higher rank, so each plan has its own");
            }
        }
    }

    private static Plan plan(YamlNode node, Currency currency) {
        node.refuseUnknown(Set.of("code", "rank", "name", "features", "prices"));
        var code = Values.code(node.child("code"));
        return new Plan(
                code,
                node.optional("rank").map(PlanReader::rank).orElse(0),
                node.optional("name").map(Values::text).orElse(Text.english(code)),
                features(node.map("features")),
                prices(Values.some(node, "prices"), currency));
    }

    private static int rank(YamlNode node) {
        return node.integer(1, 1000);
    }

    private static Map<String, Object> features(Map<String, YamlNode> nodes) {
        var features = new LinkedHashMap<String, Object>();
        nodes.forEach(
                (code, node) ->
                        features.put(code, node.isBool() ? node.bool() : Values.line(node)));
        return features;
    }

    private static List<Price> prices(List<YamlNode> nodes, Currency currency) {
        Values.distinct(nodes, node -> node.child("term").as(Term::parse).toString());
        return nodes.stream().map(node -> price(node, currency)).toList();
    }

    private static Price price(YamlNode node, Currency currency) {
        node.refuseUnknown(Set.of("term", "per", "amount", "billing"));
        var billing = node.optional("billing");
        return new Price(
                node.child("term").as(Term::parse),
                node.optional("per").map(per -> per.oneOf(Map.of("seat", true))).orElse(false),
                Values.amount(node.child("amount"), currency),
                billing.isEmpty() ? List.of() : billing(Values.some(node, "billing")));
    }

    private static List<Billing> billing(List<YamlNode> nodes) {
        return Values.distinct(nodes, YamlNode::text).stream()
                .map(node -> node.oneOf(BILLINGS))
                .toList();
    }
}
