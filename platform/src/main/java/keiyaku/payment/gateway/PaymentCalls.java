package keiyaku.payment.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import keiyaku.shared.Money;

/** Payments over HTTP, as acquirer and wallet take them. */
abstract class PaymentCalls {

    private final Connection connection;

    PaymentCalls(Connection connection) {
        this.connection = connection;
    }

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

    public Outcome capture(String key, String paymentId) {
        return Answers.outcome(() -> connection.post(of(paymentId, "capture"), key, Map.of()));
    }

    public Outcome release(String key, String paymentId) {
        return Answers.outcome(() -> connection.post(of(paymentId, "void"), key, Map.of()));
    }

    public Outcome refund(String key, String paymentId, Money part) {
        var body = Map.<String, Object>of("amount", part.minor());
        var outcome = Answers.outcome(() -> connection.post(of(paymentId, "refund"), key, body));
        return outcome instanceof Outcome.Captured so
                ? new Outcome.Refunded(so.paymentId())
                : outcome;
    }

    public Optional<Outcome> lookup(String key) {
        return Answers.lookup(() -> connection.get("payments/by-key/" + segment(key)));
    }

    private static String of(String paymentId, String verb) {
        return "payments/" + segment(paymentId) + "/" + verb;
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
