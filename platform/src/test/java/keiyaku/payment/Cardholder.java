package keiyaku.payment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acts as the cardholder's browser in the acquirer's form and at the issuer. */
final class Cardholder {

    /** Every number that was ever entered, for the search that must find none of them. */
    static final Set<String> ENTERED = ConcurrentHashMap.newKeySet();

    static final String VISA = number("400039", 16, 0);

    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * A published number: six digits that say brand and country, and one that says what happens.
     */
    static String number(String bin, int length, int fate) {
        var body = bin + "0".repeat(length - bin.length() - 2) + fate;
        for (int check = 0; check < 10; check++) {
            if (luhn(body + check)) {
                return body + check;
            }
        }
        throw new IllegalStateException(body);
    }

    /** Enters a card; the answer tells completed, challenge or failed. */
    JsonNode enter(CardForm form, String number) {
        ENTERED.add(number);
        var cvc = number.length() == 15 ? "1234" : "123";
        return post(
                form.frameUrl() + "/submit",
                Map.of(
                        "number", number,
                        "expMonth", "12",
                        "expYear", "2039",
                        "cvc", cvc,
                        "holder", "TARO YAMADA"));
    }

    /** Answers the issuer: pass, fail or cancel. */
    void answer(JsonNode challenged, String answer) {
        var url = challenged.required("challengeUrl").asString();
        post(url + "/answer", Map.of("answer", answer));
    }

    void leave(CardForm form) {
        post(form.frameUrl() + "/cancel", Map.of());
    }

    JsonNode post(String url, Map<String, ?> body) {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                        .build());
    }

    JsonNode get(String url, String key) {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + key)
                        .build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(request.uri() + " " + response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
