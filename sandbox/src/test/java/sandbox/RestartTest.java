package sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final List<String> NUMBERS =
            List.of("4242424242424242", "4000000000003220", "30569309025904", "378282246310005");

    @TempDir private Path data;

    @Test
    void afterARestartEverythingIsAsItWas() {
        String token;
        String paid;
        String refunded;
        String session;
        try (var world = new World(Options.free().withData(data))) {
            session = world.openSession("");
            world.submit(session, "4242424242424242");
            token = world.session(session).at("/token");
            paid = world.pay("k1", token, 100).text();
            String second = world.pay("k2", token, 200).at("/id");
            refunded = refund(world, second).text();
        }
        try (var world = new World(Options.free().withData(data))) {
            assertThat(world.session(session).at("/token")).isEqualTo(token);
            assertThat(world.pay("k1", token, 100).text()).isEqualTo(paid);
            assertThat(byKey(world, "k2").text()).isEqualTo(refunded);
            assertThat(world.pay("k2", token, 201).status()).isEqualTo(422);
            assertThat(world.get(world.acquirer("/v1/payments")).json().get("data")).hasSize(2);
            assertThat(world.pay("k3", token, 300).at("/status")).isEqualTo("captured");
        }
    }

    @Test
    void noNumberIsEverWritten() throws IOException {
        var log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (var world = new World(Options.free().withData(data))) {
            for (String number : NUMBERS) {
                String session = world.openSession(",\"threeDS\":\"if-enrolled\"");
                world.submit(session, number);
                world.post(
                        world.acquirer("/frames/card/" + session + "/submit"),
                        "{\"number\":\"" + number + "\",");
                assertThat(world.session(session).text()).doesNotContain(number);
                String token = world.session(session).at("/token");
                assertThat(world.pay("k-" + session, token, 5).text()).doesNotContain(number);
            }
            assertThat(world.get(world.sandbox.issuer().resolve("/control/challenges")).text())
                    .doesNotContain(NUMBERS);
        } finally {
            System.setErr(before);
        }
        try (var files = Files.list(data)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain(NUMBERS);
            }
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(NUMBERS);
    }

    private static World.Answer refund(World world, String payment) {
        return world.post(
                world.acquirer("/v1/payments/" + payment + "/refund"),
                "{\"amount\":50}",
                "Idempotency-Key",
                "k2-refund");
    }

    private static World.Answer byKey(World world, String key) {
        return world.get(world.acquirer("/v1/payments/by-key/" + key));
    }
}
