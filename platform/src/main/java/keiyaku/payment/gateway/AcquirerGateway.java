package keiyaku.payment.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import keiyaku.payment.gateway.AcquirerConnection.Answer;
import keiyaku.shared.Money;
import org.springframework.stereotype.Component;

/** The acquirer that the configuration names; by default the sandbox's. */
@Component
final class AcquirerGateway implements Gateway {

    private static final int NOT_FOUND = 404;

    private final AcquirerConnection connection;

    AcquirerGateway(AcquirerConnection connection) {
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
    public Outcome authorize(PaymentRequest request) {
        var body = new HashMap<String, Object>();
        body.put("token", request.token());
        body.put("amount", request.amount().minor());
        body.put("currency", request.amount().currency().getCurrencyCode());
        body.put("reference", request.reference());
        body.put("capture", request.capture());
        body.put("merchantInitiated", request.merchantInitiated());
        if (request.dsTransId() != null) {
            body.put("dsTransId", request.dsTransId());
        }
        return Answers.outcome(() -> connection.post("payments", request.key(), body));
    }

    @Override
    public Outcome capture(String key, String paymentId) {
        return Answers.outcome(() -> connection.post(of(paymentId, "capture"), key, Map.of()));
    }

    @Override
    public Outcome release(String key, String paymentId) {
        return Answers.outcome(() -> connection.post(of(paymentId, "void"), key, Map.of()));
    }

    @Override
    public Outcome refund(String key, String paymentId, Money part) {
        var body = Map.<String, Object>of("amount", part.minor());
        var outcome = Answers.outcome(() -> connection.post(of(paymentId, "refund"), key, body));
        return outcome instanceof Outcome.Captured so
                ? new Outcome.Refunded(so.paymentId())
                : outcome;
    }

    @Override
    public Optional<Outcome> lookup(String key) {
        return Answers.lookup(() -> connection.get("payments/by-key/" + segment(key)));
    }

    private static String of(String paymentId, String verb) {
        return "payments/" + segment(paymentId) + "/" + verb;
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

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
