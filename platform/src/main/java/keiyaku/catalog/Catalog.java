package keiyaku.catalog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keiyaku.shared.Rate;
import org.jspecify.annotations.Nullable;

/** All that is offered on a day: a snapshot that never changes. */
public record Catalog(
        Provider provider,
        List<TaxRate> taxRates,
        List<TermsDocument> terms,
        List<Product> products,
        List<Coupon> coupons,
        @Nullable CoinRules coins) {

    public Catalog {
        taxRates = List.copyOf(taxRates);
        terms = List.copyOf(terms);
        products = List.copyOf(products);
        coupons = List.copyOf(coupons);
    }

    public Optional<Product> product(String code) {
        return products.stream().filter(product -> product.code().equals(code)).findFirst();
    }

    public Optional<TermsDocument> terms(String code) {
        return terms.stream().filter(document -> document.code().equals(code)).findFirst();
    }

    public Optional<Coupon> coupon(String code) {
        return coupons.stream().filter(coupon -> coupon.code().equals(code)).findFirst();
    }

    /** The rate in force on a day; empty where the country has none for the category (B-19). */
    public Optional<Rate> taxRate(String country, String category, LocalDate on) {
        return taxRates.stream()
                .filter(rate -> rate.country().equals(country))
                .filter(rate -> rate.category().equals(category))
                .filter(rate -> !rate.from().isAfter(on))
                .max(Comparator.comparing(TaxRate::from))
                .map(TaxRate::rate);
    }
}
