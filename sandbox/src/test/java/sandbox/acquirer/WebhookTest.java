package sandbox.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.World;
import sandbox.shared.Json;
import sandbox.shared.WebhookSignature;

class WebhookTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private record Got(String id, boolean signed, String type, String reference) {}

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final AtomicInteger failing = new AtomicInteger();
    private final World world = new World();
    private HttpServer merchant;
    private String token;

    @BeforeEach
    void listen() throws IOException {
        merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        merchant.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    var headers = exchange.getRequestHeaders();
                    String id = headers.getFirst("webhook-id");
                    boolean signed =
                            WebhookSignature.with(SECRET)
                                    .matches(
                                            new WebhookSignature.Headers(
                                                    id,
                                                    headers.getFirst("webhook-timestamp"),
                                                    headers.getFirst("webhook-signature")),
                                            body,
                                            Instant.now());
                    var json = Json.tree(new String(body, StandardCharsets.UTF_8));
                    boolean fail = failing.getAndDecrement() > 0;
                    if (!fail) {
                        got.add(
                                new Got(
                                        String.valueOf(id),
                                        signed,
                                        json.get("type").asString(),
                                        json.at("/data/amount").asString()));
                    }
                    exchange.sendResponseHeaders(fail ? 500 : 204, -1);
                    exchange.close();
                });
        merchant.start();
        failing.set(0);
        token = world.token("4242424242424242");
        var set = endpoint("http://127.0.0.1:" + merchant.getAddress().getPort() + "/hooks");
        assertThat(set.status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        merchant.stop(0);
        world.close();
    }

    @Test
    void aCaptureIsToldOnceAndSigned() throws InterruptedException {
        world.pay("k", token, 100);
        await(1);
        assertThat(got).hasSize(1);
        assertThat(got.getFirst().signed()).isTrue();
        assertThat(got.getFirst().type()).isEqualTo("payment.captured");
    }

    @Test
    void aFailedDeliveryIsTriedAgain() throws InterruptedException {
        failing.set(1);
        world.pay("k", token, 100);
        await(1);
        assertThat(got).hasSize(1);
    }

    @Test
    void duplicatesHaveTheSameId() throws InterruptedException {
        mode("duplicate");
        world.pay("k", token, 100);
        await(2);
        assertThat(got).extracting(Got::id).hasSize(2).containsOnly(got.getFirst().id());
    }

    @Test
    void outOfOrderSwapsTwo() throws InterruptedException {
        mode("out-of-order");
        world.pay("k1", token, 1);
        world.pay("k2", token, 2);
        await(2);
        assertThat(got).extracting(Got::reference).containsExactly("2", "1");
    }

    @Test
    void lostIsLost() throws InterruptedException {
        mode("lost");
        world.pay("k1", token, 1);
        mode("normal");
        world.pay("k2", token, 2);
        await(1);
        assertThat(got).extracting(Got::reference).containsExactly("2");
    }

    @Test
    void onlyThisMachineCanBeTold() {
        assertThat(endpoint("http://example.com/hooks").status()).isEqualTo(422);
        assertThat(endpoint("http://127.0.0.1.example.com/").status()).isEqualTo(422);
        assertThat(endpoint("http://127.0.0.1@example.com/").status()).isEqualTo(422);
    }

    private World.Answer endpoint(String url) {
        return world.method(
                "PUT",
                world.acquirer("/v1/webhook-endpoint"),
                "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(url, SECRET));
    }

    private void mode(String mode) {
        world.post(world.acquirer("/control/webhooks"), "{\"mode\":\"" + mode + "\"}");
    }

    private void await(int count) throws InterruptedException {
        for (int i = 0; i < 100 && got.size() < count; i++) {
            Thread.sleep(50);
        }
        Thread.sleep(100);
    }
}
