package keiyaku.catalog;

import java.time.LocalDate;
import java.util.List;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A code that a member enters once or more times for a credit or a discount (S-2).
 *
 * @param limits how often it is taken, and by whom
 * @param to the last day on which it is taken
 */
public record Coupon(String code, Grant grants, Limits limits, LocalDate from, LocalDate to) {

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

    /**
     * How often a coupon is taken, and by whom.
     *
     * @param inAll by all members together; null: without a limit
     * @param singleUse only by codes made for it in batches, each once; not by its own code
     */
    public record Limits(
            int perMember, @Nullable Integer inAll, boolean singleUse, Audience audience) {}

    /**
     * Who may redeem it.
     *
     * @param newWithinDays only those that signed up so many days ago at most; null: anybody
     * @param memberType individual or business; null: both
     * @param countries none named: all
     */
    public record Audience(
            @Nullable Integer newWithinDays, @Nullable String memberType, List<String> countries) {

        public static final Audience ALL = new Audience(null, null, List.of());

        public Audience {
            countries = List.copyOf(countries);
        }
    }
}
