package sandbox.productsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandbox.Options;
import sandbox.World;
import sandbox.shared.WebhookSignature;

class ProductSiteTest {
    private static final String SECRET = "whsec_c2FuZGJveC1wcm9kdWN0LXNpdGUtc2VjcmV0";

    @TempDir private Path data;

    @Test
    void ordersAreObeyedOnceAndInSequence() {
        try (var world = new World()) {
            assertThat(order(world, "evt1", "create", 1).at("/status")).isEqualTo("done");
            assertThat(order(world, "evt1", "create", 1).at("/status")).isEqualTo("done");
            assertThat(order(world, "evt3", "resume", 3).at("/code")).isEqualTo("out-of-order");
            assertThat(order(world, "evt2", "suspend", 2).status()).isEqualTo(200);
            assertThat(state(world)).isEqualTo("suspended");
            assertThat(order(world, "evt9", "suspend", 2).at("/code")).isEqualTo("sequence-taken");
            assertThat(order(world, "evt3", "resume", 3).status()).isEqualTo(200);
            assertThat(state(world)).isEqualTo("active");
            assertThat(order(world, "evt4", "delete", 4).status()).isEqualTo(200);
            assertThat(order(world, "evt5", "resume", 5).at("/code")).isEqualTo("deleted");
            String page = world.get(site(world, "/workspaces/con_1")).text();
            assertThat(page).contains("has been deleted", "works");
        }
    }

    @Test
    void onlyRightlySignedOrdersAreObeyed() {
        try (var world = new World()) {
            String body = body("evt1", "create", 1);
            assertThat(world.post(site(world, "/hooks/provisioning"), body).status())
                    .isEqualTo(401);
            assertThat(signed(world, body, body.replace("works", "other"), Instant.now()).status())
                    .isEqualTo(401);
            assertThat(signed(world, body, body, Instant.now().minusSeconds(310)).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void thePasswordIsKeptHashedAndOutlivesARestart() throws IOException {
        try (var world = new World(Options.free().withData(data))) {
            order(world, "evt1", "create", 1);
            assertThat(world.get(site(world, "/workspaces/con_1")).text())
                    .doesNotContain("s3cret-pass");
        }
        assertThat(Files.readString(data.resolve("productsite.jsonl")))
                .doesNotContain("s3cret-pass");
        try (var world = new World(Options.free().withData(data))) {
            assertThat(login(world, "s3cret-pass")).isEqualTo(204);
            assertThat(login(world, "wrong")).isEqualTo(401);
            assertThat(order(world, "evt1", "create", 1).status()).isEqualTo(200);
            assertThat(order(world, "evt2", "suspend", 2).status()).isEqualTo(200);
            assertThat(login(world, "s3cret-pass")).isEqualTo(403);
        }
    }

    @Test
    void itFailsAsToldAndThenObeys() {
        try (var world = new World()) {
            world.post(
                    site(world, "/control/fail"),
                    "{\"times\":2,\"status\":503,\"contract\":\"con_1\"}");
            assertThat(order(world, "evt1", "create", 1).status()).isEqualTo(503);
            assertThat(order(world, "evt1", "create", 1).status()).isEqualTo(503);
            assertThat(order(world, "evt1", "create", 1).status()).isEqualTo(200);
        }
    }

    private static int login(World world, String password) {
        return world.post(
                        site(world, "/control/workspaces/con_1/login"),
                        "{\"adminId\":\"admin\",\"adminPassword\":\"" + password + "\"}")
                .status();
    }

    private static String state(World world) {
        return world.get(site(world, "/control/workspaces/con_1")).at("/state");
    }

    private static World.Answer order(World world, String id, String type, long sequence) {
        String body = body(id, type, sequence);
        return signed(world, body, body, Instant.now());
    }

    private static String body(String id, String type, long sequence) {
        return """
        {"id":"%s","type":"%s","contract":"con_1","sequence":%d,"product":"works",\
        "data":{"plan":"standard","seats":10,"group":"works-team","adminId":"admin",\
        "adminPassword":"s3cret-pass"}}\
        """
                .formatted(id, type, sequence);
    }

    private static World.Answer signed(World world, String signed, String sent, Instant at) {
        String signature =
                WebhookSignature.with(SECRET)
                        .sign(
                                "msg_1",
                                at.getEpochSecond(),
                                signed.getBytes(StandardCharsets.UTF_8));
        return world.post(
                site(world, "/hooks/provisioning"),
                sent,
                "webhook-id",
                "msg_1",
                "webhook-timestamp",
                Long.toString(at.getEpochSecond()),
                "webhook-signature",
                signature);
    }

    private static URI site(World world, String path) {
        return world.sandbox.product().resolve(path);
    }
}
