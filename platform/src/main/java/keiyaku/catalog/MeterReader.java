package keiyaku.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import keiyaku.shared.Text;
import keiyaku.shared.YamlNode;

/** Reads a product's meters and their schemes. */
final class MeterReader {

    private static final Map<String, Function<YamlNode, Scheme>> SCHEMES =
            Map.of(
                    "flat",
                    MeterReader::flat,
                    "tiered",
                    node -> new Scheme.Tiered(tiers(node)),
                    "volume",
                    node -> new Scheme.Volume(tiers(node)),
                    "package",
                    MeterReader::perPackage);

    private MeterReader() {}

    static List<Meter> meters(List<YamlNode> nodes) {
        Values.distinct(nodes, node -> Values.code(node.child("code")));
        return nodes.stream().map(MeterReader::meter).toList();
    }

    private static Meter meter(YamlNode node) {
        var scheme = node.child("scheme").oneOf(SCHEMES).apply(node);
        var code = Values.code(node.child("code"));
        return new Meter(
                code,
                node.optional("name").map(Values::text).orElse(Text.english(code)),
                Values.line(node.child("unit")),
                node.optional("free").map(Values::decimal).orElse(BigDecimal.ZERO),
                scheme);
    }

    private static Scheme flat(YamlNode node) {
        refuseUnknown(node, "price");
        return new Scheme.Flat(Values.decimal(node.child("price")));
    }

    private static Scheme perPackage(YamlNode node) {
        refuseUnknown(node, "size", "price");
        var size = node.child("size");
        if (Values.decimal(size).signum() == 0) {
            throw size.error("a package has more than 0 units");
        }
        return new Scheme.PerPackage(Values.decimal(size), Values.decimal(node.child("price")));
    }

    private static void refuseUnknown(YamlNode node, String... ofScheme) {
        var allowed = new HashSet<>(Set.of("code", "name", "unit", "scheme", "free"));
        allowed.addAll(List.of(ofScheme));
        node.refuseUnknown(allowed);
    }

    private static List<Scheme.Tier> tiers(YamlNode node) {
        refuseUnknown(node, "tiers");
        var nodes = Values.some(node, "tiers");
        var tiers = new ArrayList<Scheme.Tier>();
        var reached = BigDecimal.ZERO;
        for (var tier : nodes) {
            tier.refuseUnknown(Set.of("upTo", "price"));
            boolean last = tiers.size() == nodes.size() - 1;
            if (last == tier.has("upTo")) {
                throw tier.error("each tier but the last has 'upTo', the last has none");
            }
            var price = Values.decimal(tier.child("price"));
            if (last) {
                tiers.add(new Scheme.Tier(null, price));
            } else {
                reached = above(reached, tier.child("upTo"));
                tiers.add(new Scheme.Tier(reached, price));
            }
        }
        return tiers;
    }

    private static BigDecimal above(BigDecimal reached, YamlNode upTo) {
        var end = Values.decimal(upTo);
        if (end.compareTo(reached) <= 0) {
            throw upTo.error(
                    "upTo " + end.toPlainString() + " is not above " + reached.toPlainString());
        }
        return end;
    }
}
