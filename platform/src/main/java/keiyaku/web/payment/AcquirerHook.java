package keiyaku.web.payment;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import keiyaku.payment.Disputes;
import keiyaku.payment.Settlements;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The acquirer's webhooks, signed by Standard Webhooks. What it is about is read from them; how it
 * stands is asked of the acquirer, so that a repeated or late one does no harm (B-23).
 */
@RestController
class AcquirerHook {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Disputes disputes;
    private final Settlements settlements;
    private final String address;
    private final boolean sandbox;
    private volatile String secret;
    private final MovableClock clock;

    AcquirerHook(
            Disputes disputes,
            Settlements settlements,
            @Value("${keiyaku.outside.acquirer-hook-secret:}") String secret,
            @Value("${keiyaku.public-url:}") String publicUrl,
            @Value("${keiyaku.sandbox:false}") boolean sandbox,
            MovableClock clock) {
        this.address = publicUrl + "/hooks/acquirer";
        this.sandbox = sandbox;
        this.disputes = disputes;
        this.settlements = settlements;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * Who tells us of disputes pays out, too. The sandbox's acquirer learns our address and a
     * secret made for this run by itself.
     */
    @EventListener(ApplicationReadyEvent.class)
    void listen() {
        if (sandbox || !secret.isBlank()) {
            settlements.watch();
        }
        if (!sandbox || !secret.isBlank()) {
            return;
        }
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        secret = "whsec_" + Base64.getEncoder().encodeToString(bytes);
        Thread.startVirtualThread(() -> disputes.listenAt(address, secret));
    }

    @PostMapping("/hooks/acquirer")
    ResponseEntity<Void> news(
            @RequestHeader(name = "webhook-id", defaultValue = "") String id,
            @RequestHeader(name = "webhook-timestamp", defaultValue = "0") String timestamp,
            @RequestHeader(name = "webhook-signature", defaultValue = "") String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        if (secret.isBlank()
                || body == null
                || !isRecent(timestamp)
                || !isSigned(id, timestamp, signature, body)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        try {
            var event = JsonMapper.shared().readTree(body);
            var about = event.path("data").path("id").asString("");
            var type = event.path("type").asString("");
            if (type.startsWith("dispute.")) {
                disputes.dispute(about);
            } else if (type.equals("payment.refunded")) {
                disputes.refunded(about);
            }
            return ResponseEntity.noContent().build();
        } catch (JacksonException e) {
            return ResponseEntity.badRequest().build();
        }
    }

    /** By the clock of the world: the acquirer does not know that ours was moved. */
    private boolean isRecent(String timestamp) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        var age = Math.abs(clock.wallTime().getEpochSecond() - Long.parseLong(timestamp));
        return age <= TOLERANCE.toSeconds();
    }

    private boolean isSigned(String id, String timestamp, String given, byte[] body) {
        var expected = signature(id, timestamp, body);
        for (var one : given.split(" ")) {
            if (MessageDigest.isEqual(
                    one.getBytes(StandardCharsets.UTF_8),
                    expected.getBytes(StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }

    private String signature(String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
