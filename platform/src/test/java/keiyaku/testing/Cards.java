package keiyaku.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import tools.jackson.databind.json.JsonMapper;

/** Registers a card that pays, through the acquirer's form, for tests that only need one. */
public final class Cards {

    private Cards() {}

    public static void register(App app, AccountId account) {
        var methods = app.part(PaymentMethods.class);
        var form = methods.beginCard(account, Language.EN, app.url(""));
        var body =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "number", number(),
                                        "expMonth", "12",
                                        "expYear", "2039",
                                        "cvc", "123",
                                        "holder", "TARO YAMADA"));
        var request =
                HttpRequest.newBuilder(URI.create(form.frameUrl() + "/submit"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        methods.completeCard(account, form.session());
    }

    /** A published number: a Japanese Visa that is authenticated without a question. */
    private static String number() {
        var body = "400039" + "0".repeat(9);
        for (int check = 0; check < 10; check++) {
            if (luhn(body + check)) {
                return body + check;
            }
        }
        throw new IllegalStateException(body);
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
