package keiyaku.payment;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import keiyaku.payment.gateway.CardGateway;
import keiyaku.payment.gateway.CardSession;
import keiyaku.payment.gateway.GatewayUnavailableException;
import keiyaku.payment.gateway.OpenedSession;
import keiyaku.payment.gateway.Outcome;
import keiyaku.payment.gateway.PaymentRequest;
import keiyaku.payment.gateway.SessionRequest;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the acquirer is asked when a card is registered. That it does not answer is told to the
 * member as a refusal: nothing has happened, and it can be tried again.
 */
@Component
class CardDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CardDesk.class);

    /** The same session may be under way in another request; its answer comes soon. */
    private static final int LOOKS = 5;

    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final CardGateway gateway;
    private final Provider provider;

    CardDesk(CardGateway gateway, Provider provider) {
        this.gateway = gateway;
        this.provider = provider;
    }

    String gateway() {
        return gateway.name();
    }

    OpenedSession open(AccountId account, Language language, String origin, boolean threeDS) {
        try {
            return gateway.open(
                    new SessionRequest(
                            origin, language, account.toString(), provider.currency(), threeDS));
        } catch (GatewayUnavailableException e) {
            throw unavailable(e);
        }
    }

    CardSession read(String session) {
        try {
            return gateway.read(session)
                    .orElseThrow(() -> new RefusedException(Refusal.of("card-session-unknown")));
        } catch (GatewayUnavailableException e) {
            throw unavailable(e);
        }
    }

    /**
     * Verifies the card by a zero-amount authorization that is let go again (P-5): empty when the
     * issuer lets it be used. The keys come from the session, so it is verified once.
     */
    Optional<Refusal> verify(CardSession session, String token) {
        var key = "verify-" + session.id();
        return switch (certain(key, gateway.authorize(verification(key, session, token)))) {
            case Outcome.Authorized held -> release(session, held);
            case Outcome.Refused no ->
                    Optional.of(Refusal.of("card-refused", Map.of("reason", no.reason())));
            case Outcome.Unknown unknown -> Optional.of(Refusal.of("gateway-unavailable"));
            case Outcome.Captured done -> Optional.empty();
            case Outcome.Released done -> Optional.empty();
            case Outcome.Refunded done -> Optional.empty();
        };
    }

    private PaymentRequest verification(String key, CardSession session, String token) {
        var threeDS = session.threeDS();
        return new PaymentRequest(
                key,
                token,
                Money.zero(provider.currency()),
                "verify",
                false,
                false,
                threeDS == null ? null : threeDS.dsTransId());
    }

    // Nothing is held with an amount of zero, so it does no harm if this is not heard.
    private Optional<Refusal> release(CardSession session, Outcome.Authorized held) {
        gateway.release("release-" + session.id(), held.paymentId());
        return Optional.empty();
    }

    private Outcome certain(String key, Outcome first) {
        var outcome = first;
        for (int i = 0; i < LOOKS && outcome instanceof Outcome.Unknown; i++) {
            pause();
            outcome = gateway.lookup(key).orElse(outcome);
        }
        return outcome;
    }

    private static RefusedException unavailable(GatewayUnavailableException e) {
        LOG.warn("a card cannot be registered now: {}", e.getMessage());
        return new RefusedException(Refusal.of("gateway-unavailable"));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
