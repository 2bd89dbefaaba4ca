package keiyaku.payment;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When coins that were paid for may be given back. Japan's act on settlement of funds forbids it in
 * principle (art. 20 (5)) and names exceptions; elsewhere any of the reasons will do.
 *
 * @param reasons that an operator may give
 * @param smallest the most that goes back for the reason of a small amount, in minor units
 */
@ConfigurationProperties("keiyaku.payment.coin-refund")
record CoinRefundTerms(
        @DefaultValue({"business-stopped", "moved-abroad", "mistake", "small-amount"})
                List<String> reasons,
        @DefaultValue("1000") long smallest) {

    static final String SMALL = "small-amount";

    boolean allow(String why, long amount) {
        return reasons.contains(why) && (!why.equals(SMALL) || amount <= smallest);
    }
}
