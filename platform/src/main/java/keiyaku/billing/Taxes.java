package keiyaku.billing;

import java.time.LocalDate;
import keiyaku.catalog.Catalog;
import keiyaku.shared.Rate;

/** Which rate a charge's category has on an invoice's day (B-19). */
final class Taxes {

    private Taxes() {}

    /** Throws IllegalStateException when the catalog has no rate for a category it uses. */
    static Rate rate(Catalog catalog, String category, LocalDate on) {
        return switch (category) {
            case TaxCategories.OUTSIDE, TaxCategories.EXPORT -> Rate.ZERO;
            default ->
                    catalog.taxRate(catalog.provider().country(), category, on)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "the catalog has no tax rate '"
                                                            + category
                                                            + "' on "
                                                            + on));
        };
    }
}
