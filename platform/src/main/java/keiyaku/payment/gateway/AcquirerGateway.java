package keiyaku.payment.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.payment.gateway.Connection.Answer;

/** The acquirer that the configuration names; by default the sandbox's. */
final class AcquirerGateway extends PaymentCalls implements CardGateway {

    private static final int NOT_FOUND = 404;

    private final Connection connection;

    AcquirerGateway(Connection connection) {
        super(connection);
        this.connection = connection;
    }

    @Override
    public String name() {
        return "acquirer";
    }

    @Override
    public OpenedSession open(SessionRequest request) {
        var body =
                Map.<String, Object>of(
                        "merchantOrigin", request.merchantOrigin(),
                        "language", request.language().tag(),
                        "reference", request.reference(),
                        "amount", 0,
                        "currency", request.currency().getCurrencyCode(),
                        "threeDS", request.threeDSRequired() ? "required" : "if-enrolled");
        var answer = answered(() -> connection.post("card-sessions", null, body));
        var opened = Wire.read(body(answer), Wire.Opened.class);
        return new OpenedSession(opened.id(), URI.create(opened.frameUrl()));
    }

    @Override
    public Optional<CardSession> read(String sessionId) {
        var answer = answered(() -> connection.get("card-sessions/" + segment(sessionId)));
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        return Optional.of(Wire.read(body(answer), Wire.Session.class).inOurWords());
    }

    @Override
    public Optional<DisputeNow> dispute(String id) {
        var answer = answered(() -> connection.get("disputes/" + segment(id)));
        return answer.status() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(Wire.read(body(answer), Wire.Dispute.class).inOurWords());
    }

    @Override
    public Optional<PaymentNow> payment(String id) {
        var answer = answered(() -> connection.get("payments/" + segment(id)));
        return answer.status() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(Wire.read(body(answer), Wire.Refunds.class).inOurWords());
    }

    @Override
    public List<Long> settlementsAfter(long number) {
        var answer = answered(() -> connection.get("settlements?after=" + number));
        return Wire.read(body(answer), Wire.Settlements.class).data().stream()
                .map(Wire.Numbered::number)
                .toList();
    }

    @Override
    public byte[] settlement(long number) {
        try {
            return connection.file("settlements/" + number);
        } catch (IOException e) {
            throw new GatewayUnavailableException("the acquirer did not answer", e);
        }
    }

    @Override
    public void tellAt(String url, String secret) {
        body(
                answered(
                        () ->
                                connection.put(
                                        "webhook-endpoint",
                                        Wire.write(Map.of("url", url, "secret", secret)))));
    }

    private static Answer answered(Answers.Call call) {
        try {
            return call.make();
        } catch (IOException e) {
            throw new GatewayUnavailableException("the acquirer did not answer", e);
        }
    }

    private static String body(Answer answer) {
        if (answer.status() >= 300) {
            throw new GatewayUnavailableException(
                    "the acquirer answered "
                            + answer.status()
                            + " "
                            + Wire.problemCode(answer.body()));
        }
        return answer.body();
    }
}
