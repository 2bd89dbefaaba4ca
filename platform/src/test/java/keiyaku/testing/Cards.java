package keiyaku.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;

/** Gives an account of a test a card that is good, through the acquirer's form. */
public final class Cards {

    private static final String VISA =
            """
            {"number": "4242424242424242", "expMonth": "12", "expYear": "2039", "cvc": "123",
             "holder": "TARO YAMADA"}\
            """;

    private Cards() {}

    public static void register(App app, AccountId account) {
        var methods = app.part(PaymentMethods.class);
        var form = methods.beginCard(account, Language.EN, app.url(""));
        var entered =
                HttpRequest.newBuilder(URI.create(form.frameUrl() + "/submit"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(VISA))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            http.send(entered, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        methods.completeCard(account, form.session());
    }
}
