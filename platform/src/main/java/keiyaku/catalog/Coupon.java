package keiyaku.catalog;

import java.time.LocalDate;
import java.util.List;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;

/**
 * A code that a member enters once or more times for a credit or a discount (S-2).
 *
 * @param to the last day on which it is taken
 */
public record Coupon(String code, Grant grants, int perMember, LocalDate from, LocalDate to) {

    /** What it gives. */
    public sealed interface Grant {
        List<String> products();
    }

    /** A credit on named products, valid for so many days from the day it is redeemed (S-1). */
    public record Credit(Money amount, List<String> products, int validDays) implements Grant {
        public Credit {
            products = List.copyOf(products);
        }
    }

    /** A rate off named products for so many months (S-3). */
    public record Discount(Rate rate, List<String> products, int months) implements Grant {
        public Discount {
            products = List.copyOf(products);
        }
    }
}
