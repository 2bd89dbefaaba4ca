package keiyaku.provisioning;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs by Standard Webhooks, version 1: HMAC-SHA256 over {@code id.timestamp.body}. */
final class WebhookSignature {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private WebhookSignature() {}

    /** The header {@code webhook-signature}; a wrong secret is refused, without showing it. */
    static String of(String secret, String id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            var signed = id + "." + timestamp + "." + body;
            var sum = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String secret) {
        if (secret.startsWith(PREFIX)) {
            try {
                var bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
                if (bytes.length >= SHORTEST && bytes.length <= LONGEST) {
                    return bytes;
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("a webhook secret is whsec_ and base64", e);
            }
        }
        throw new IllegalArgumentException(
                "a webhook secret is whsec_ and the base64 of 24 to 64 bytes");
    }
}
