package sandbox.shared;

import java.security.SecureRandom;

/** Ids that say by their prefix what they are, and that nobody can guess. */
public final class Ids {
    private static final String LETTERS = "0123456789abcdefghijkmnpqrstuvwx";
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** {@code prefix_} and 100 random bits. */
    public static String next(String prefix) {
        byte[] bits = new byte[LENGTH];
        RANDOM.nextBytes(bits);
        var id = new StringBuilder(prefix.length() + 1 + LENGTH).append(prefix).append('_');
        for (byte bit : bits) {
            id.append(LETTERS.charAt(bit & 31));
        }
        return id.toString();
    }
}
