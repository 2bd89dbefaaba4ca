package keiyaku.value;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;

/** The ledger, as far as coins move without an invoice; answered by the module that keeps it. */
public interface CoinBooks {

    /** Books movements in the caller's transaction; each reference and kind once. */
    void book(List<Movement> movements);

    /** Coins that came or went; both amounts above or equal to zero. */
    record Movement(
            AccountId account, Kind kind, UUID reference, Money charged, Money bonus, Instant at) {}

    /** How they moved. */
    enum Kind {
        /** Paid for; money is on its way from the gateway. */
        CHARGED,
        /** Paid for from what is kept for the member. */
        CHARGED_FROM_BALANCE,
        /** Taken out of the lots, to be paid out or kept. */
        REFUNDED,
        /** The money of refunded ones went back to the method. */
        PAID_OUT,
        /** The money of refunded ones stays in the balance. */
        KEPT,
        /** Given with them. */
        GIVEN,
        /** Written off to income. */
        EXPIRED
    }
}
