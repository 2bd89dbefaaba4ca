package keiyaku.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import keiyaku.shared.YamlNode;

/** What one item of a catalog says about another must be there. */
final class References {

    /** Where a reference stands, as keys and indexes from the top, and why it does not hold. */
    record Broken(List<Object> path, String reason) {}

    private References() {}

    /** Refuses the file at the first reference that does not hold. */
    static void check(Catalog catalog, YamlNode root) {
        first(catalog)
                .ifPresent(
                        broken -> {
                            throw at(root, broken.path()).error(broken.reason());
                        });
    }

    static Optional<Broken> first(Catalog catalog) {
        var broken = new ArrayList<Broken>();
        var terms = codes(catalog.terms().stream().map(TermsDocument::code).toList());
        var taxes = codes(catalog.taxRates().stream().map(TaxRate::category).toList());
        for (int p = 0; p < catalog.products().size(); p++) {
            var product = catalog.products().get(p);
            List<Object> place = List.of("products", p);
            broken.addAll(missing(product.terms(), terms, "terms document", at(place, "terms")));
            for (int o = 0; o < product.options().size(); o++) {
                var path = at(at(at(place, "options"), o), "terms");
                var named = product.options().get(o).terms();
                broken.addAll(missing(named, terms, "terms document", path));
            }
            if (!taxes.contains(product.taxCategory())) {
                var reason = undefined("tax category", product.taxCategory(), taxes);
                broken.add(new Broken(at(place, "tax"), reason));
            }
        }
        broken.addAll(ofCoupons(catalog));
        return broken.stream().findFirst();
    }

    private static List<Broken> ofCoupons(Catalog catalog) {
        var products = codes(catalog.products().stream().map(Product::code).toList());
        var broken = new ArrayList<Broken>();
        for (int c = 0; c < catalog.coupons().size(); c++) {
            List<Object> path = List.of("coupons", c, "grants", "products");
            var named = catalog.coupons().get(c).grants().products();
            broken.addAll(missing(named, products, "product", path));
        }
        return broken;
    }

    private static List<Broken> missing(
            List<String> named, Set<String> known, String what, List<Object> list) {
        return IntStream.range(0, named.size())
                .filter(i -> !known.contains(named.get(i)))
                .mapToObj(i -> new Broken(at(list, i), undefined(what, named.get(i), known)))
                .toList();
    }

    private static String undefined(String what, String code, Set<String> known) {
        var names = known.isEmpty() ? "none" : String.join(", ", known.stream().sorted().toList());
        return "no " + what + " '" + code + "' is defined in this file; defined: " + names;
    }

    private static Set<String> codes(List<String> codes) {
        return Set.copyOf(codes);
    }

    private static List<Object> at(List<Object> path, Object next) {
        var longer = new ArrayList<>(path);
        longer.add(next);
        return List.copyOf(longer);
    }

    private static YamlNode at(YamlNode root, List<Object> path) {
        var node = root;
        for (var step : path) {
            node = step instanceof Integer i ? node.list().get(i) : node.child((String) step);
        }
        return node;
    }
}
