package keiyaku.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import keiyaku.shared.Language;
import keiyaku.shared.Text;

/**
 * Writes a catalog as the maps and lists of its file, always in one form, so that what is compared,
 * kept and exported is the same thing. What is usual is left out.
 */
final class Trees {

    private static final List<Language> ORDER =
            List.of(Language.EN, Language.JA, Language.KO, Language.ZH_CN);

    private Trees() {}

    static Map<String, Object> catalog(Catalog catalog) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("provider", provider(catalog.provider()));
        put(tree, "tax", each(catalog.taxRates(), Trees::tax));
        put(tree, "terms", each(catalog.terms(), Trees::terms));
        put(tree, "products", each(catalog.products(), ProductTrees::product));
        put(tree, "coupons", each(catalog.coupons(), OfferTrees::coupon));
        if (catalog.coins() != null) {
            tree.put("coins", OfferTrees.coins(catalog.coins()));
        }
        return tree;
    }

    static Map<String, Object> provider(Provider provider) {
        var issuer = new LinkedHashMap<String, Object>();
        issuer.put("name", provider.issuer().name());
        issuer.put("registrationNumber", provider.issuer().registrationNumber());
        issuer.put("address", provider.issuer().address());
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", text(provider.name()));
        tree.put("country", provider.country());
        tree.put("zone", provider.zone().getId());
        tree.put("currency", provider.currency().getCurrencyCode());
        tree.put("issuer", issuer);
        return tree;
    }

    static Map<String, Object> tax(TaxRate tax) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("country", tax.country());
        tree.put("category", tax.category());
        tree.put("rate", tax.rate().toString());
        tree.put("from", date(tax.from()));
        return tree;
    }

    static Map<String, Object> terms(TermsDocument terms) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("code", terms.code());
        tree.put("version", terms.version());
        tree.put("title", text(terms.title()));
        return tree;
    }

    static Map<String, Object> text(Text text) {
        var tree = new LinkedHashMap<String, Object>();
        for (var language : ORDER) {
            var written = text.byLanguage().get(language);
            if (written != null) {
                tree.put(language.tag(), written);
            }
        }
        return tree;
    }

    static String date(LocalDate date) {
        return date.toString();
    }

    static String decimal(BigDecimal number) {
        return number.toPlainString();
    }

    static <T> List<Object> each(List<T> items, Function<T, ? extends Object> tree) {
        var trees = new ArrayList<Object>();
        items.forEach(item -> trees.add(tree.apply(item)));
        return trees;
    }

    /** An empty list is left out: it is what a missing key means. */
    static void put(Map<String, Object> tree, String key, List<?> list) {
        if (!list.isEmpty()) {
            tree.put(key, list);
        }
    }
}
