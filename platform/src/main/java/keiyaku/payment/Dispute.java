package keiyaku.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money of a payment that acquirer or bank took back without us (B-23).
 *
 * @param gatewayId the acquirer's name of it, by which it is known again
 * @param invoice which was paid; null when it was coins
 * @param held so much of the payment cannot be given back as long as it stands
 * @param fee what the acquirer takes for it
 * @param takenBy the operator who sees to it; null as long as nobody does
 */
public record Dispute(
        AccountId account,
        UUID id,
        Kind kind,
        String gatewayId,
        PaymentId payment,
        @Nullable InvoiceId invoice,
        Money amount,
        Money held,
        Money fee,
        String reason,
        State state,
        Instant openedAt,
        @Nullable String takenBy) {

    public enum Kind {
        /** A cardholder's. */
        DISPUTE,
        /** Made at the acquirer's desk. */
        REFUND,
        /** A collected debit that the payer's bank took back (SEPA: within eight weeks, MD06). */
        RETURN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum State {
        /** The cardholder's bank has not decided. */
        OPEN,
        /** The money came back. */
        WON,
        /** It is gone, and somebody has to say what follows. */
        LOST,
        SETTLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What follows from money that is gone. */
    public enum Decision {
        /** The invoice is unpaid again, and the member is asked for it. */
        REOPEN,
        /** It is a loss. */
        WRITE_OFF;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
