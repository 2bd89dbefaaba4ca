package keiyaku.catalog;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import keiyaku.shared.YamlDocument;
import keiyaku.shared.YamlNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a catalog apart into items that are kept alone, and puts it together again. */
final class Items {

    /** What names an item. */
    record Key(ItemKind kind, String code) {}

    private static final Key PROVIDER = new Key(ItemKind.PROVIDER, "provider");
    private static final Key COINS = new Key(ItemKind.COINS, "coins");
    static final Key PRODUCT_ORDER = new Key(ItemKind.ORDER, "products");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Items() {}

    /** The items as the maps that their file has. */
    static Map<Key, Map<String, Object>> of(Catalog catalog) {
        var items = new LinkedHashMap<Key, Map<String, Object>>();
        items.put(PROVIDER, Trees.provider(catalog.provider()));
        for (var tax : catalog.taxRates()) {
            items.put(new Key(ItemKind.TAX, CatalogReader.taxCode(tax)), Trees.tax(tax));
        }
        for (var terms : catalog.terms()) {
            items.put(new Key(ItemKind.TERMS, terms.code()), Trees.terms(terms));
        }
        for (var product : catalog.products()) {
            var key = new Key(ItemKind.PRODUCT, product.code());
            items.put(key, ProductTrees.product(product));
        }
        for (var coupon : catalog.coupons()) {
            items.put(new Key(ItemKind.COUPON, coupon.code()), OfferTrees.coupon(coupon));
        }
        if (catalog.coins() != null) {
            items.put(COINS, OfferTrees.coins(catalog.coins()));
        }
        var order = catalog.products().stream().map(Product::code).toList();
        items.put(PRODUCT_ORDER, Map.of("products", order));
        return items;
    }

    static String json(Map<String, Object> item) {
        return JSON.writeValueAsString(item);
    }

    /** The catalog of kept items. JSON is YAML, so what reads files reads these too. */
    static Catalog assemble(Map<Key, String> kept) {
        var nodes = new LinkedHashMap<Key, YamlNode>();
        kept.forEach((key, json) -> nodes.put(key, YamlDocument.read(key.toString(), json)));
        var provider = CatalogReader.provider(required(nodes, PROVIDER));
        var currency = provider.currency();
        var coins = nodes.get(COINS);
        return new Catalog(
                provider,
                each(nodes, ItemKind.TAX, CatalogReader::tax),
                each(nodes, ItemKind.TERMS, CatalogReader::terms),
                ordered(
                        each(nodes, ItemKind.PRODUCT, n -> ProductReader.product(n, currency)),
                        required(nodes, PRODUCT_ORDER)),
                each(nodes, ItemKind.COUPON, node -> OfferReader.coupon(node, currency)),
                coins == null ? null : OfferReader.coins(coins, currency));
    }

    private static YamlNode required(Map<Key, YamlNode> nodes, Key key) {
        var node = nodes.get(key);
        if (node == null) {
            throw new IllegalStateException("the catalog's " + key + " is not in the database");
        }
        return node;
    }

    private static <T> List<T> each(
            Map<Key, YamlNode> nodes, ItemKind kind, Function<YamlNode, T> read) {
        return nodes.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .sorted(Comparator.comparing(entry -> entry.getKey().code()))
                .map(entry -> read.apply(entry.getValue()))
                .toList();
    }

    /** A product that the order does not know (added by a change planned before) comes last. */
    private static List<Product> ordered(List<Product> products, YamlNode order) {
        var codes = order.list("products").stream().map(YamlNode::text).toList();
        return products.stream()
                .sorted(Comparator.comparingInt(product -> place(codes, product.code())))
                .toList();
    }

    private static int place(List<String> codes, String code) {
        int place = codes.indexOf(code);
        return place < 0 ? codes.size() : place;
    }
}
