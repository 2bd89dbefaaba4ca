package keiyaku.payment.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The company whose wallet members can link: its own login, and points taken from it (P-9). */
public final class WalletGateway extends PaymentCalls implements Gateway {

    private final Connection connection;
    private final String site;

    WalletGateway(Connection connection, String site) {
        super(connection);
        this.connection = connection;
        this.site = site;
    }

    /** A link that the wallet's holder allowed, and its ID as far as we may know it. */
    public record Linked(String token, String wallet) {

        /** A token does not belong into a log. */
        @Override
        public String toString() {
            return "wallet " + wallet;
        }
    }

    @Override
    public String name() {
        return "wallet";
    }

    /** Where the holder logs in; the browser comes back to the address with a code. */
    public URI login(URI back, String state) {
        return URI.create(
                site
                        + "/authorize?redirect_uri="
                        + URLEncoder.encode(back.toString(), StandardCharsets.UTF_8)
                        + "&state="
                        + URLEncoder.encode(state, StandardCharsets.UTF_8));
    }

    /**
     * Ends a link; one that is over already is no fault.
     *
     * @throws GatewayUnavailableException when the wallet does not answer
     */
    public void unlink(String token) {
        try {
            var status = connection.delete("links/" + segment(token)).status();
            if (status >= 500 || status == 429) {
                throw new GatewayUnavailableException("the wallet answered " + status);
            }
        } catch (IOException e) {
            throw new GatewayUnavailableException("the wallet did not answer", e);
        }
    }

    /**
     * Changes the code that a browser brought for a token; empty when the wallet does not know it.
     *
     * @throws GatewayUnavailableException when the wallet does not answer
     */
    public Optional<Linked> link(String code) {
        try {
            var answer = connection.post("links", null, Map.of("code", code));
            if (answer.status() == 422) {
                return Optional.empty();
            }
            if (answer.status() >= 300) {
                throw new GatewayUnavailableException("the wallet answered " + answer.status());
            }
            return Optional.of(Wire.read(answer.body(), Linked.class));
        } catch (IOException e) {
            throw new GatewayUnavailableException("the wallet did not answer", e);
        }
    }
}
