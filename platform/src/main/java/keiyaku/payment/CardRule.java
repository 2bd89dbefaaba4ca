package keiyaku.payment;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import keiyaku.payment.gateway.CardSession;
import keiyaku.payment.gateway.CardSession.Card;
import keiyaku.payment.gateway.CardSession.ThreeDS;
import keiyaku.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Whether the card of a session may become a payment method (P-2, P-4). What speaks against the
 * card itself is said before what went wrong in its authentication: trying again does not help.
 */
final class CardRule {

    private CardRule() {}

    /**
     * Why not; empty when it may.
     *
     * @param country the provider's own
     * @param month a card is good to the end of the month that it names
     */
    static Optional<Refusal> refusal(
            CardTerms terms, String country, YearMonth month, CardSession session) {
        return switch (session.status()) {
            case OPEN, CHALLENGE -> Optional.of(threeDS("unfinished"));
            case EXPIRED -> Optional.of(threeDS("expired"));
            case ABANDONED -> Optional.of(threeDS("abandoned"));
            case FAILED ->
                    card(terms, country, session.card(), session.threeDS())
                            .or(() -> Optional.of(failure(session.failureCode())));
            case COMPLETED ->
                    card(terms, country, session.card(), session.threeDS())
                            .or(() -> authentication(session.threeDS()))
                            .or(() -> expired(session.card(), month));
        };
    }

    private static Optional<Refusal> card(
            CardTerms terms, String country, @Nullable Card card, @Nullable ThreeDS threeDS) {
        if (card == null) {
            return Optional.empty();
        }
        var brand = CardBrand.ofCode(card.brand());
        if (brand.filter(terms.brands()::contains).isEmpty()) {
            return Optional.of(notSupported("brand"));
        }
        if (terms.issuedAbroad() && card.issuerCountry().equals(country)) {
            return Optional.of(notSupported("issued-here"));
        }
        var noPart = threeDS != null && !threeDS.enrolled();
        return terms.threeDSRequired() && noPart
                ? Optional.of(notSupported("not-enrolled"))
                : Optional.empty();
    }

    private static Optional<Refusal> expired(@Nullable Card card, YearMonth month) {
        return card == null || card.expiry().isBefore(month)
                ? Optional.of(Refusal.of("card-refused", Map.of("reason", "expired-card")))
                : Optional.empty();
    }

    private static Refusal failure(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "card-refused" -> Refusal.of("card-refused", Map.of("reason", "refused"));
            case "three-ds-not-enrolled" -> notSupported("not-enrolled");
            case "three-ds-rejected" -> threeDS("rejected");
            case "three-ds-timeout" -> threeDS("timed-out");
            case "three-ds-unavailable" -> threeDS("unavailable");
            default -> threeDS("failed");
        };
    }

    /** Y and A shift the liability; a card that takes no part has nothing that could be shown. */
    private static Optional<Refusal> authentication(@Nullable ThreeDS threeDS) {
        if (threeDS == null) {
            return Optional.of(threeDS("failed"));
        }
        return switch (threeDS.transStatus()) {
            case "Y", "A" -> Optional.empty();
            case "R" -> Optional.of(threeDS("rejected"));
            case "U", "I" ->
                    threeDS.enrolled() ? Optional.of(threeDS("unavailable")) : Optional.empty();
            default -> Optional.of(threeDS("failed"));
        };
    }

    private static Refusal notSupported(String reason) {
        return Refusal.of("card-not-supported", Map.of("reason", reason));
    }

    private static Refusal threeDS(String reason) {
        return Refusal.of("three-ds-failed", Map.of("reason", reason));
    }
}
