package keiyaku.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Private keys are kept encrypted (AES-256-GCM) with a key that is not in the database; each is
 * bound to its place, so that one cannot be put in another's.
 */
@Component
class Sealing {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    Sealing(@Value("${keiyaku.outside.authority-key}") String key) {
        this.key = new SecretKeySpec(bytes(key), "AES");
    }

    String seal(byte[] plain, String place) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, place);
        var all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return Base64.getEncoder().encodeToString(all);
    }

    byte[] open(String sealed, String place) {
        var all = Base64.getDecoder().decode(sealed);
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(all, NONCE),
                Arrays.copyOfRange(all, NONCE, all.length),
                place);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String place) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed key cannot be read: is the key another?", e);
        }
    }

    private static byte[] bytes(String key) {
        var bytes = decoded(key);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "keiyaku.outside.authority-key is not 32 bytes in Base64");
        }
        return bytes;
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
