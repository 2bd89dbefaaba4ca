package keiyaku.payment;

import java.time.Instant;
import java.time.YearMonth;
import keiyaku.shared.AccountId;
import org.jspecify.annotations.Nullable;

/** A registered method: what may be known and shown of it. The token never leaves the module. */
public record PaymentMethod(
        AccountId account,
        MethodId id,
        MethodKind kind,
        Card card,
        Authentication authentication,
        boolean isDefault,
        Instant registeredAt) {

    /** A card as far as we may know it (P-3). */
    public record Card(
            CardBrand brand, String bin, String last4, YearMonth expiry, String issuerCountry) {

        /** A card is good to the end of its month. */
        public boolean expired(YearMonth month) {
            return expiry.isBefore(month);
        }
    }

    /**
     * The result of the authentication at registration (P-4).
     *
     * @param enrolled false: the issuer takes no part in 3-D Secure
     */
    public record Authentication(
            String transStatus,
            @Nullable String eci,
            @Nullable String dsTransId,
            @Nullable String threeDSServerTransId,
            @Nullable String version,
            boolean enrolled) {}
}
