package keiyaku.catalog;

import java.math.BigDecimal;
import keiyaku.shared.Text;

/**
 * Usage that is measured and rated by the month (B-7): the free allowance is taken off first, the
 * scheme rates what remains.
 *
 * @param unit what one of the quantity is, such as GB-month or 1000 requests
 */
public record Meter(String code, Text name, String unit, BigDecimal free, Scheme scheme) {

    public Meter {
        free = Decimals.plain(free);
    }
}
