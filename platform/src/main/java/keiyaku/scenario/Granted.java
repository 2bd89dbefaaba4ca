package keiyaku.scenario;

import java.util.List;
import keiyaku.catalog.Catalogs;
import keiyaku.shared.Money;
import keiyaku.shared.YamlNode;
import keiyaku.value.Products;
import org.jspecify.annotations.Nullable;

/** Reads what a step grants. */
final class Granted {

    private static final int MOST_MONTHS = 120;

    private Granted() {}

    /** A list of products, or one; none: all. */
    static Products products(Step step) {
        return step.node()
                .optional("products")
                .map(node -> node.isList() ? node.list() : List.of(node))
                .map(nodes -> new Products(nodes.stream().map(YamlNode::text).toList()))
                .orElse(Products.ALL);
    }

    /** An amount in minor units of the provider's currency. */
    static Money amount(YamlNode node, Catalogs catalogs) {
        return new Money(node.integer(), catalogs.current().provider().currency());
    }

    static @Nullable Integer months(Step step) {
        return step.node().optional("months").map(n -> n.integer(1, MOST_MONTHS)).orElse(null);
    }
}
