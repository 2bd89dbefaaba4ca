package keiyaku.payment.gateway;

import java.util.Optional;

/** An acquirer: takes cards in its own form, and money by their tokens. */
public interface CardGateway extends Gateway {

    /**
     * Opens hosted fields for one card.
     *
     * @throws GatewayUnavailableException when the acquirer does not answer
     */
    OpenedSession open(SessionRequest request);

    /**
     * What came of a session; empty when the acquirer does not know it.
     *
     * @throws GatewayUnavailableException when the acquirer does not answer
     */
    Optional<CardSession> read(String sessionId);
}
