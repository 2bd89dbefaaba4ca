package keiyaku.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of a captured payment that is given back for an invoice below zero.
 *
 * @param invoice the one below zero
 * @param payment the one that the part is taken from
 */
public record Refund(
        AccountId account,
        UUID id,
        PaymentId payment,
        InvoiceId invoice,
        Money amount,
        State state,
        @Nullable String reason,
        Instant at,
        @Nullable Instant finishedAt) {

    /** Where it stands; a refused one's amount is kept in the member's balance instead. */
    public enum State {
        TRYING,
        REFUNDED,
        REFUSED,
        UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
