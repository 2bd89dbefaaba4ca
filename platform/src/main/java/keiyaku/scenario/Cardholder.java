package keiyaku.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.CardForm;
import keiyaku.scenario.World.CardAnswer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the person before the browser: types a card's number into the acquirer's frame,
 * answers the issuer's challenge, and tells the sandbox how the issuer will answer. The platform
 * never sees the number.
 */
@Component
class Cardholder {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String acquirer;
    private final String key;
    private final Catalogs catalogs;

    Cardholder(Environment environment, Catalogs catalogs) {
        this.catalogs = catalogs;
        this.acquirer = environment.getProperty("keiyaku.outside.acquirer-url", "");
        this.key = environment.getProperty("keiyaku.outside.acquirer-key", "");
    }

    /** A sandbox card of a brand and an outcome, issued at home or abroad as wanted if there is. */
    String number(String brand, String threeDS, boolean domestic, Step step) {
        String found = null;
        var home = catalogs.current().provider().country();
        for (var card : get("/control/cards")) {
            var fits =
                    card.required("brand").asString().equals(brand)
                            && card.required("threeDS").asString().equals(threeDS)
                            && !card.path("collection").asString("approve").startsWith("refuse");
            if (!fits) {
                continue;
            }
            var issuedAtHome = card.required("issuerCountry").asString().equals(home);
            if (found == null || issuedAtHome == domestic) {
                found = card.required("number").asString();
            }
            if (issuedAtHome == domestic) {
                break;
            }
        }
        if (found == null) {
            throw step.node()
                    .child("card")
                    .error("the sandbox has no " + brand + " card with 3-D Secure " + threeDS);
        }
        return found;
    }

    /** Fills in the acquirer's frame and answers the challenge, as the person would. */
    void fillIn(CardForm form, String number) {
        var typed =
                Map.<String, Object>of(
                        "number",
                        number,
                        "expMonth",
                        12,
                        "expYear",
                        2039,
                        "cvc",
                        number.length() == 15 ? "1234" : "123",
                        "holder",
                        "SCENARIO MEMBER");
        var answer = post(form.frameUrl() + "/submit", typed);
        if (answer.path("status").asString("").equals("challenge")) {
            var challenge = answer.required("challengeUrl").asString();
            post(challenge + "/answer", Map.of("answer", "pass"));
        }
    }

    /** The token that the acquirer gave the card of a session; empty where it gave none. */
    String token(CardForm form) {
        return get("/v1/card-sessions/" + form.session()).path("token").asString("");
    }

    void will(String token, CardAnswer answer) {
        post(
                acquirer + "/control/tokens/" + token + "/will",
                Map.of("answer", answer.answer(), "times", answer.times()));
    }

    private JsonNode get(String path) {
        return send(request(URI.create(acquirer + path)).GET().build());
    }

    private JsonNode post(String url, Map<String, Object> body) {
        return send(
                request(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build());
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(LIMIT).header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw new IllegalStateException(
                        "the sandbox answered " + response.statusCode() + " to " + request.uri());
            }
            var body = response.body();
            return JSON.readTree(body.isBlank() ? "{}" : body);
        } catch (IOException e) {
            throw new IllegalStateException("the sandbox does not answer: " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
