package keiyaku.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;

/**
 * Unused coins of one charge, given back (S-9).
 *
 * @param bonus taken back with them
 * @param why the reason that the operator gave
 */
public record CoinRefund(
        AccountId account,
        UUID id,
        PaymentId charge,
        Money amount,
        Money bonus,
        String why,
        State state,
        Instant at) {

    public enum State {
        TRYING,
        UNKNOWN,
        REFUNDED,
        /** It could not go back to the method, or came from the balance: it is kept there. */
        KEPT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
