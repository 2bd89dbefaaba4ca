package sandbox.acquirer;

import java.time.YearMonth;
import sandbox.card.Brand;

/** What may be known of a card besides the acquirer: never its number. */
record Card(
        Brand brand,
        String bin,
        String last4,
        int expiryMonth,
        int expiryYear,
        String issuerCountry) {

    boolean expired(YearMonth now) {
        return YearMonth.of(expiryYear, expiryMonth).isBefore(now);
    }
}
