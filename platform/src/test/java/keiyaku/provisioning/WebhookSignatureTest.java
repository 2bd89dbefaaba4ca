package keiyaku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against the vectors of Standard Webhooks' own libraries. */
class WebhookSignatureTest {

    @Test
    void signsAsOthersDo() throws IOException {
        try (var file = getClass().getResourceAsStream("/vectors/webhook_signature.json")) {
            var vectors = JsonMapper.shared().readTree(file);
            var all = new java.util.ArrayList<>(List.of(vectors.get("official")));
            vectors.get("computed_here").forEach(all::add);
            assertThat(all).hasSize(4).allSatisfy(WebhookSignatureTest::check);
        }
    }

    private static void check(JsonNode vector) {
        assertThat(
                        WebhookSignature.of(
                                vector.get("secret").asString(),
                                vector.get("id").asString(),
                                vector.get("timestamp").asLong(),
                                vector.get("body").asString()))
                .isEqualTo(vector.get("signature").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "secret", "whsec_not base64"})
    void refusesAWrongSecretWithoutShowingIt(String secret) {
        assertThatThrownBy(() -> WebhookSignature.of(secret, "msg_1", 0, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a webhook secret is whsec_ and");
    }
}
