package sandbox.acquirer;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Problem;
import sandbox.shared.Web;

/** What a merchant asks to be paid. Amount in the currency's minor unit. */
record PaymentRequest(
        @Nullable String token,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable String reference,
        @Nullable Boolean capture,
        @Nullable Boolean merchantInitiated,
        @Nullable String dsTransId,
        @Nullable String merchant) {

    /** Throws a 422 problem when something is missing or does not go together. */
    void check(StoredCard stored) {
        long asked = Web.required(amount, "amount");
        Web.required(reference, "reference");
        try {
            Currency.getInstance(Web.required(currency, "currency"));
        } catch (IllegalArgumentException e) {
            throw Problem.of(422, "currency", "currency is an ISO 4217 code such as JPY.");
        }
        if (asked < 0 || (asked == 0 && captures())) {
            throw Problem.of(
                    422, "amount", "amount is above 0, or 0 with capture false to verify a card.");
        }
        if (dsTransId != null
                && stored.dsTransId() != null
                && !dsTransId.equals(stored.dsTransId())) {
            throw Problem.of(
                    422, "ds-trans-id", "dsTransId is not the one of this card's registration.");
        }
    }

    /** With whose it is: payouts are made up by merchant. */
    PaymentRequest by(@Nullable String whose) {
        return new PaymentRequest(
                token, amount, currency, reference, capture, merchantInitiated, dsTransId, whose);
    }

    boolean captures() {
        return capture == null || capture;
    }

    boolean forMoney() {
        return amount != null && amount > 0;
    }
}
