package sandbox.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Standard Webhooks v1: HMAC-SHA256 over {@code id.timestamp.body}, base64. */
public final class WebhookSignature {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";

    private final SecretKeySpec key;

    private WebhookSignature(SecretKeySpec key) {
        this.key = key;
    }

    /** Throws a 422 problem unless the secret is {@code whsec_} and base64 of 24 to 64 bytes. */
    public static WebhookSignature with(@Nullable String secret) {
        byte[] bytes = secret == null ? new byte[0] : decoded(secret);
        if (bytes.length < 24 || bytes.length > 64) {
            throw Problem.of(
                    422, "secret", "The secret is whsec_ followed by base64 of 24 to 64 bytes.");
        }
        return new WebhookSignature(new SecretKeySpec(bytes, "HmacSHA256"));
    }

    private static byte[] decoded(String secret) {
        try {
            return Base64.getDecoder()
                    .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The value of {@code webhook-signature}, such as {@code v1,g0hM…}. */
    public String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The headers {@code webhook-id}, {@code -timestamp} and {@code -signature} as they came. */
    public record Headers(
            @Nullable String id, @Nullable String timestamp, @Nullable String signatures) {}

    /** Whether one of the signatures is right and its time within five minutes of now. */
    public boolean matches(Headers headers, byte[] body, Instant now) {
        if (headers.id() == null || headers.timestamp() == null || headers.signatures() == null) {
            return false;
        }
        if (!headers.timestamp().matches("[0-9]{1,12}")) {
            return false;
        }
        long timestamp = Long.parseLong(headers.timestamp());
        if (Math.abs(now.getEpochSecond() - timestamp) > TOLERANCE.toSeconds()) {
            return false;
        }
        byte[] right = sign(headers.id(), timestamp, body).getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String given : headers.signatures().split(" ", -1)) {
            found |= MessageDigest.isEqual(right, given.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }
}
