package keiyaku.value;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One change of a credit's balance; the balance is their sum.
 *
 * @param amount above zero when the balance rises
 * @param line the charge's place on the invoice
 */
public record CreditMovement(
        AccountId account,
        UUID id,
        UUID credit,
        Kind kind,
        Money amount,
        @Nullable InvoiceId invoice,
        @Nullable Integer line,
        Instant at) {

    /** What changed it. */
    public enum Kind {
        GRANTED,
        USED,
        RETURNED,
        LAPSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
