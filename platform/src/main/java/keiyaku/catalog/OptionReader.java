package keiyaku.catalog;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import keiyaku.shared.Term;
import keiyaku.shared.YamlNode;

/** Reads a product's options and their prices. */
final class OptionReader {

    private static final Map<String, ProductOption.Kind> KINDS =
            Values.named(ProductOption.Kind.values(), ProductOption.Kind::code);

    private OptionReader() {}

    static List<ProductOption> options(List<YamlNode> nodes, Currency currency) {
        Values.distinct(nodes, node -> Values.code(node.child("code")));
        return nodes.stream().map(node -> option(node, currency)).toList();
    }

    private static ProductOption option(YamlNode node, Currency currency) {
        node.refuseUnknown(Set.of("code", "kind", "name", "terms", "prices"));
        return new ProductOption(
                Values.code(node.child("code")),
                node.child("kind").oneOf(KINDS),
                Values.text(node.child("name")),
                Values.codes(node.list("terms")),
                prices(Values.some(node, "prices"), currency));
    }

    private static List<OptionPrice> prices(List<YamlNode> nodes, Currency currency) {
        Values.distinct(nodes, node -> node.child("term").as(Term::parse).toString());
        return nodes.stream().map(node -> price(node, currency)).toList();
    }

    private static OptionPrice price(YamlNode node, Currency currency) {
        node.refuseUnknown(Set.of("term", "per", "amount"));
        return new OptionPrice(
                node.child("term").as(Term::parse),
                node.optional("per").map(per -> per.oneOf(Map.of("device", true))).orElse(false),
                Values.amount(node.child("amount"), currency));
    }
}
