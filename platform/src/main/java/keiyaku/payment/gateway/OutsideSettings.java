package keiyaku.payment.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How acquirer, bank and wallet are reached.
 *
 * @param acquirerUrl empty when there is none; so with the others
 * @param acquirerTimeout the longest wait for a connection, and for a whole answer
 * @param merchant under which the acquirer pays out
 * @param acquirerConnections how many calls wait for answers at once
 */
@ConfigurationProperties("keiyaku.outside")
public record OutsideSettings(
        @DefaultValue("") String acquirerUrl,
        @DefaultValue("") String acquirerKey,
        @DefaultValue("10s") Duration acquirerTimeout,
        @DefaultValue("32") int acquirerConnections,
        @DefaultValue("") String bankUrl,
        @DefaultValue("") String bankKey,
        @DefaultValue("") String walletUrl,
        @DefaultValue("") String walletKey,
        @DefaultValue("keiyaku") String merchant) {

    /** The keys are secrets. */
    @Override
    public String toString() {
        return "acquirer " + acquirerUrl + ", bank " + bankUrl + ", wallet " + walletUrl;
    }
}
