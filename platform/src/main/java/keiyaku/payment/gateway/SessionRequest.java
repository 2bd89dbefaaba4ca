package keiyaku.payment.gateway;

import java.util.Currency;
import keiyaku.shared.Language;

/**
 * Hosted fields to be opened.
 *
 * @param merchantOrigin the page that may hold the frame, like https://my.example
 * @param reference ours, for the acquirer's own screens
 * @param threeDSRequired false lets a card through that takes no part in 3-D Secure
 */
public record SessionRequest(
        String merchantOrigin,
        Language language,
        String reference,
        Currency currency,
        boolean threeDSRequired) {}
