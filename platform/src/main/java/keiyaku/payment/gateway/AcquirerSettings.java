package keiyaku.payment.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the acquirer is reached.
 *
 * @param acquirerUrl empty when there is none
 * @param acquirerTimeout the longest wait for a connection, and for a whole answer
 * @param acquirerConnections how many calls wait for answers at once
 */
@ConfigurationProperties("keiyaku.outside")
public record AcquirerSettings(
        @DefaultValue("") String acquirerUrl,
        @DefaultValue("") String acquirerKey,
        @DefaultValue("10s") Duration acquirerTimeout,
        @DefaultValue("32") int acquirerConnections) {

    /** The key is a secret. */
    @Override
    public String toString() {
        return "acquirer " + acquirerUrl;
    }
}
