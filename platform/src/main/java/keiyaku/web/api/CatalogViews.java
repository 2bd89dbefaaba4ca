package keiyaku.web.api;

import java.util.Map;
import keiyaku.catalog.Billing;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Price;
import keiyaku.catalog.Product;
import keiyaku.shared.Language;

/** What is offered, as JSON in one language. */
final class CatalogViews {

    private CatalogViews() {}

    static Map<String, Object> product(Product product, Catalog catalog, Language language) {
        var trial = product.trialDays();
        return Views.object(
                "object", "product",
                "code", product.code(),
                "name", product.name().in(language),
                "category", product.category(),
                "regions", product.regions(),
                "platforms", product.platforms(),
                "form", product.form().code(),
                "trialDays", trial.isPresent() ? trial.getAsInt() : null,
                "currency", catalog.provider().currency(),
                "terms",
                        product.terms().stream()
                                .flatMap(code -> catalog.terms(code).stream())
                                .map(
                                        t ->
                                                Views.object(
                                                        "code", t.code(),
                                                        "version", t.version(),
                                                        "title", t.title().in(language)))
                                .toList(),
                "plans", product.plans().stream().map(p -> plan(p, language)).toList());
    }

    private static Map<String, Object> plan(Plan plan, Language language) {
        return Views.object(
                "code", plan.code(),
                "rank", plan.rank(),
                "name", plan.name().in(language),
                "features", plan.features(),
                "prices", plan.prices().stream().map(CatalogViews::price).toList());
    }

    private static Map<String, Object> price(Price price) {
        return Views.object(
                "term", price.term(),
                "perSeat", price.perSeat(),
                "amount", price.amount(),
                "billing", price.billing().stream().map(Billing::code).toList());
    }
}
