package keiyaku.web.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import keiyaku.shared.MovableClock;
import keiyaku.testing.App;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** B-23: the acquirer's webhooks are taken only with their signature, and only when recent. */
class AcquirerHookTest {

    private static final byte[] KEY =
            "a-secret-of-thirty-two-bytes-!!!".getBytes(StandardCharsets.UTF_8);
    private static final App APP =
            App.start(
                    Map.of(
                            "keiyaku.outside.acquirer-hook-secret",
                            "whsec_" + Base64.getEncoder().encodeToString(KEY)));
    private static final String CAPTURED =
            "{\"type\": \"payment.captured\", \"data\": {\"id\": \"pay_1\"}}";

    @AfterAll
    static void stop() {
        APP.stop();
    }

    @Test
    void aSignedOneIsTaken() throws Exception {
        assertThat(post(now(), CAPTURED, signature(now(), CAPTURED))).isEqualTo(204);
    }

    @Test
    void anotherBodyAnotherSecretOrNoneIsRefused() throws Exception {
        var now = now();
        assertThat(post(now, CAPTURED + " ", signature(now, CAPTURED))).isEqualTo(401);
        assertThat(post(now, CAPTURED, "v1,AAAA")).isEqualTo(401);
        assertThat(post(now, CAPTURED, "")).isEqualTo(401);
    }

    @Test
    void anOldOneIsRefused() throws Exception {
        var old = now().minusSeconds(600);
        assertThat(post(old, CAPTURED, signature(old, CAPTURED))).isEqualTo(401);
    }

    private static Instant now() {
        return APP.part(MovableClock.class).wallTime();
    }

    private static int post(Instant at, String body, String signature) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(APP.url("/hooks/acquirer")))
                                    .header("Content-Type", "application/json")
                                    .header("webhook-id", "evt_1")
                                    .header("webhook-timestamp", "" + at.getEpochSecond())
                                    .header("webhook-signature", signature)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String signature(Instant at, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        var sum =
                mac.doFinal(
                        ("evt_1." + at.getEpochSecond() + "." + body)
                                .getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(sum);
    }
}
