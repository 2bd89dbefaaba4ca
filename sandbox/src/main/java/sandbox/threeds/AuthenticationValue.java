package sandbox.threeds;

import java.security.SecureRandom;
import java.util.Base64;

/** The cryptogram (CAVV, AAV) with which the issuer attests an authentication: 28 characters. */
public final class AuthenticationValue {
    private static final SecureRandom RANDOM = new SecureRandom();

    private AuthenticationValue() {}

    public static String next() {
        byte[] value = new byte[20];
        RANDOM.nextBytes(value);
        return Base64.getEncoder().encodeToString(value);
    }
}
