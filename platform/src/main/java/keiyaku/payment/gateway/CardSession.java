package keiyaku.payment.gateway;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the acquirer tells of a session, server to server; what a browser says is not believed.
 *
 * @param failureCode why it failed; null unless it did
 * @param token stands for the card; null unless the session is completed
 */
public record CardSession(
        String id,
        Status status,
        @Nullable String failureCode,
        @Nullable String token,
        @Nullable Card card,
        @Nullable ThreeDS threeDS) {

    /** Only OPEN and CHALLENGE can still change. */
    public enum Status {
        OPEN,
        CHALLENGE,
        COMPLETED,
        FAILED,
        ABANDONED,
        EXPIRED
    }

    /** The card as far as we may know it; the brand as the acquirer writes it. */
    public record Card(
            String brand, String bin, String last4, YearMonth expiry, String issuerCountry) {}

    /** The authentication's result; enrolled: the issuer takes part in 3-D Secure. */
    public record ThreeDS(
            String transStatus,
            @Nullable String eci,
            @Nullable String dsTransId,
            @Nullable String threeDSServerTransId,
            @Nullable String version,
            boolean enrolled) {}

    @Override
    public String toString() {
        return "session " + id + " " + status;
    }
}
