package keiyaku.catalog;

import java.math.BigDecimal;

/** Decimals of one form, so that 3.20 and 3.2 are equal and are written the same. */
final class Decimals {

    private Decimals() {}

    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
