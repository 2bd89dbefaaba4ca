package keiyaku.value;

import keiyaku.catalog.Catalog;
import keiyaku.shared.BadInputException;
import org.jspecify.annotations.Nullable;

/** What may be granted. */
final class Granting {

    /** A charge's kind, not a product: named, it says that the fee should be paid so. */
    private static final String FEE = "early-termination-fee";

    private Granting() {}

    static void check(CreditGrant grant, Catalog catalog) {
        if (grant.products().codes().contains(FEE)) {
            throw new ValueRefusal.MethodNotAllowed().thrown();
        }
        checkProducts(grant.products(), catalog);
        requirePositive(grant.amount().isPositive(), "amount");
        checkOrder(grant.to() == null || !grant.to().isBefore(grant.from()));
    }

    static void check(DiscountGrant grant, Catalog catalog) {
        checkProducts(grant.products(), catalog);
        requirePositive(isAboveZero(grant.off()), "rate");
        requirePositive(isAboveZero(grant.months()), "months");
        checkOrder(grant.to() == null || !grant.to().isBefore(grant.from()));
    }

    private static boolean isAboveZero(Discount.Off off) {
        return switch (off) {
            case Discount.RateOff rate ->
                    rate.rate().perMillion() > 0 && rate.rate().perMillion() <= 1_000_000;
            case Discount.AmountOff amount -> amount.amount().isPositive();
        };
    }

    private static boolean isAboveZero(@Nullable Integer months) {
        return months == null || months > 0;
    }

    private static void checkProducts(Products products, Catalog catalog) {
        for (var code : products.codes()) {
            if (catalog.product(code).isEmpty()) {
                throw new BadInputException("products", "product-unknown");
            }
        }
    }

    private static void requirePositive(boolean positive, String field) {
        if (!positive) {
            throw new BadInputException(field, "not-above-zero");
        }
    }

    private static void checkOrder(boolean inOrder) {
        if (!inOrder) {
            throw new BadInputException("to", "before-from");
        }
    }
}
