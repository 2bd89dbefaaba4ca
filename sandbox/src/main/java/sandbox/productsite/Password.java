package sandbox.productsite;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Hashes of passwords: {@code salt.hash}, PBKDF2 with HMAC-SHA256. */
final class Password {
    // Few rounds: these passwords are test data, and thousands are made in a benchmark.
    private static final int ROUNDS = 2_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Password() {}

    static String hash(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return encode(salt) + "." + encode(derive(password, salt));
    }

    static boolean matches(String password, String hash) {
        int dot = hash.indexOf('.');
        if (dot < 0) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(hash.substring(0, dot));
        byte[] right = Base64.getDecoder().decode(hash.substring(dot + 1));
        return MessageDigest.isEqual(right, derive(password, salt));
    }

    private static byte[] derive(String password, byte[] salt) {
        try {
            var spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
