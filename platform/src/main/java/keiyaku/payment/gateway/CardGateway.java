package keiyaku.payment.gateway;

import java.util.List;
import java.util.Optional;
import keiyaku.shared.Money;

/** An acquirer: takes cards in its own form, and money by their tokens. */
public interface CardGateway extends Gateway {

    /**
     * Opens hosted fields for one card.
     *
     * @throws GatewayUnavailableException when the acquirer does not answer
     */
    OpenedSession open(SessionRequest request);

    /**
     * How a dispute stands now.
     *
     * @param payment the acquirer's name of what is disputed
     * @param reference as we gave it with the payment
     * @param status open, won or lost
     */
    record DisputeNow(
            String id,
            String payment,
            String reference,
            Money amount,
            Money fee,
            String reason,
            String status) {}

    /** What was given back of a payment in all, by whomever. */
    record PaymentNow(String id, String reference, Money refunded) {}

    /**
     * Empty when the acquirer does not know it.
     *
     * @throws GatewayUnavailableException when the acquirer does not answer
     */
    Optional<DisputeNow> dispute(String id);

    /** As {@link #dispute}. */
    Optional<PaymentNow> payment(String id);

    /**
     * The numbers of its settlement files behind one, the oldest first.
     *
     * @throws GatewayUnavailableException when the acquirer does not answer
     */
    List<Long> settlementsAfter(long number);

    /** A settlement file as it is. */
    byte[] settlement(long number);

    /** Where the acquirer tells of its news from now on, signed with the secret. */
    void tellAt(String url, String secret);

    /**
     * What came of a session; empty when the acquirer does not know it.
     *
     * @throws GatewayUnavailableException when the acquirer does not answer
     */
    Optional<CardSession> read(String sessionId);
}
