package sandbox.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sandbox.Vectors;
import tools.jackson.databind.JsonNode;

class WebhookSignatureTest {
    private static final JsonNode OFFICIAL = Vectors.read("webhook_signature").get("official");
    private static final Instant THEN = Instant.ofEpochSecond(OFFICIAL.get("timestamp").asLong());
    private static final String RIGHT = OFFICIAL.get("signature").asString();

    @Test
    void theOfficialVectorIsReproduced() {
        assertThat(signed(OFFICIAL)).isEqualTo(RIGHT);
    }

    @Test
    void theOtherVectorsAreReproduced() {
        for (JsonNode vector : Vectors.read("webhook_signature").get("computed_here")) {
            assertThat(signed(vector)).isEqualTo(vector.get("signature").asString());
        }
    }

    @Test
    void aRightSignatureAmongOthersIsEnough() {
        assertThat(matches(RIGHT, THEN)).isTrue();
        assertThat(matches("v1,AAAA " + RIGHT, THEN)).isTrue();
        assertThat(matches(RIGHT, THEN.plusSeconds(300))).isTrue();
        assertThat(matches(RIGHT, THEN.minusSeconds(300))).isTrue();
    }

    @Test
    void everythingElseIsRefused() {
        assertThat(matches(null, THEN)).isFalse();
        assertThat(matches("", THEN)).isFalse();
        assertThat(matches(RIGHT.replace("v1,", "v2,"), THEN)).isFalse();
        assertThat(matches("v1,AAAA", THEN)).isFalse();
        assertThat(matches(RIGHT, THEN.plusSeconds(301))).isFalse();
        assertThat(matches(RIGHT, THEN.minusSeconds(301))).isFalse();
        assertThat(matches(RIGHT, THEN, "soon", text(OFFICIAL, "body"))).isFalse();
        assertThat(matches(RIGHT, THEN, text(OFFICIAL, "timestamp"), "{\"test\":2432232314}"))
                .isFalse();
    }

    @Test
    void aSecretThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> WebhookSignature.with("")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> WebhookSignature.with("whsec_c2hvcnQ="))
                .isInstanceOf(Problem.class);
    }

    private static String signed(JsonNode vector) {
        return WebhookSignature.with(text(vector, "secret"))
                .sign(
                        text(vector, "id"),
                        vector.get("timestamp").asLong(),
                        text(vector, "body").getBytes(StandardCharsets.UTF_8));
    }

    private static boolean matches(@Nullable String signatures, Instant now) {
        return matches(signatures, now, text(OFFICIAL, "timestamp"), text(OFFICIAL, "body"));
    }

    private static boolean matches(
            @Nullable String signatures, Instant now, String timestamp, String body) {
        var headers = new WebhookSignature.Headers(text(OFFICIAL, "id"), timestamp, signatures);
        return WebhookSignature.with(text(OFFICIAL, "secret"))
                .matches(headers, body.getBytes(StandardCharsets.UTF_8), now);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
