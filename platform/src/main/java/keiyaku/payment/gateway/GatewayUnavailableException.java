package keiyaku.payment.gateway;

/** Whoever was asked did not answer, or not as agreed; no money was in question. */
public final class GatewayUnavailableException extends RuntimeException {

    GatewayUnavailableException(String message) {
        super(message);
    }

    GatewayUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
