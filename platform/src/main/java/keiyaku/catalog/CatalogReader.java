package keiyaku.catalog;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import keiyaku.shared.Rate;
import keiyaku.shared.YamlNode;

/** Reads a whole catalog, and each of its items alone, which is how they are kept. */
final class CatalogReader {

    private CatalogReader() {}

    static Catalog catalog(YamlNode root) {
        root.refuseUnknown(Set.of("provider", "tax", "terms", "products", "coupons", "coins"));
        var provider = provider(root.child("provider"));
        var currency = provider.currency();
        var taxes = root.list("tax").stream().map(CatalogReader::tax).toList();
        Values.distinct(root.list("tax"), node -> taxCode(tax(node)));
        var catalog =
                new Catalog(
                        provider,
                        taxes,
                        byCode(root.list("terms")).stream().map(CatalogReader::terms).toList(),
                        products(Values.some(root, "products"), currency),
                        byCode(root.list("coupons")).stream()
                                .map(node -> OfferReader.coupon(node, currency))
                                .toList(),
                        root.optional("coins")
                                .map(node -> OfferReader.coins(node, currency))
                                .orElse(null));
        References.check(catalog, root);
        return catalog;
    }

    private static List<Product> products(List<YamlNode> nodes, Currency currency) {
        return byCode(nodes).stream().map(n -> ProductReader.product(n, currency)).toList();
    }

    private static List<YamlNode> byCode(List<YamlNode> nodes) {
        return Values.distinct(nodes, node -> Values.code(node.child("code")));
    }

    static Provider provider(YamlNode node) {
        node.refuseUnknown(Set.of("name", "country", "zone", "currency", "issuer"));
        var country = Values.country(node.child("country"));
        return new Provider(
                Values.text(node.child("name")),
                country,
                Values.zone(node.child("zone")),
                Values.currency(node.child("currency")),
                issuer(node.child("issuer"), country));
    }

    private static Issuer issuer(YamlNode node, String country) {
        node.refuseUnknown(Set.of("name", "registrationNumber", "address"));
        var number = node.child("registrationNumber");
        if ("JP".equals(country) && !number.text().matches("T\\d{13}")) {
            throw number.error(
                    "'" + number.text() + "' is not a registration number; it is T and 13 digits");
        }
        return new Issuer(
                Values.line(node.child("name")),
                Values.line(number),
                Values.line(node.child("address")));
    }

    static TaxRate tax(YamlNode node) {
        node.refuseUnknown(Set.of("country", "category", "rate", "from"));
        return new TaxRate(
                Values.country(node.child("country")),
                Values.code(node.child("category")),
                share(node.child("rate")),
                node.date("from"));
    }

    /** Rates of one country and category are told apart by their first day. */
    static String taxCode(TaxRate rate) {
        LocalDate from = rate.from();
        return rate.country() + "/" + rate.category() + "/" + from;
    }

    static TermsDocument terms(YamlNode node) {
        node.refuseUnknown(Set.of("code", "version", "title"));
        return new TermsDocument(
                Values.code(node.child("code")),
                Values.line(node.child("version")),
                Values.text(node.child("title")));
    }

    /** A rate of something that is at most the whole. */
    static Rate share(YamlNode node) {
        var rate = node.as(Rate::parse);
        if (rate.perMillion() > Rate.parse("100%").perMillion()) {
            throw node.error(rate + " is more than 100%");
        }
        return rate;
    }
}
