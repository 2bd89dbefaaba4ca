package keiyaku.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends one short message through the provider's HTTP interface. */
@Component
class SmsSending {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String url;
    private final String key;

    SmsSending(
            @Value("${keiyaku.outside.inbox-url}") String url,
            @Value("${keiyaku.outside.sms-key}") String key) {
        this.url = url;
        this.key = key;
    }

    Outcome send(UUID id, Recipient to, String text) {
        if (url.isEmpty()) {
            return new Outcome.NotNow("no-sms-provider");
        }
        var body = JsonMapper.shared().writeValueAsString(Map.of("to", to.address(), "text", text));
        var request =
                HttpRequest.newBuilder(URI.create(url + "/v1/sms"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .header("Idempotency-Key", id.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return outcome(http.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return new Outcome.NotNow("no-connection");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NotNow("interrupted");
        }
    }

    /** 400 and 422 are about this number; other refusals (a wrong key, a limit) may pass. */
    private static Outcome outcome(int status) {
        if (status / 100 == 2) {
            return new Outcome.Sent();
        }
        var reason = "http-" + status;
        return status == 400 || status == 404 || status == 422
                ? new Outcome.Bounced(reason)
                : new Outcome.NotNow(reason);
    }
}
