package keiyaku.web.contract;

import java.util.List;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Form;
import keiyaku.catalog.Product;
import keiyaku.web.Offers;
import keiyaku.web.Page;
import org.springframework.stereotype.Component;

/** What the portal's first page offers: the products that can be applied for here. */
@Component
class ProductOffers implements Offers {

    private final Catalogs catalogs;

    ProductOffers(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    public List<Offer> shown(Page page) {
        return catalogs.any()
                ? catalogs.current().products().stream()
                        .filter(product -> product.form() != Form.HOSTING)
                        .map(product -> offer(page, product))
                        .toList()
                : List.of();
    }

    private static Offer offer(Page page, Product product) {
        var trial = product.trialDays();
        return new Offer(
                Words.name(page, product),
                trial.isPresent()
                        ? page.t("contract.products.trial", trial.getAsInt())
                        : Words.category(page, product.category()),
                Prices.cheapest(product.plans()).map(p -> Prices.text(page, p)).orElse(null),
                "/console/products/" + product.code() + "/apply");
    }
}
