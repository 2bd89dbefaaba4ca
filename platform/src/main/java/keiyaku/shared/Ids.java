package keiyaku.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Time-ordered UUIDs (version 7, RFC 9562), made by the application so that one clock rules. */
public final class Ids {

    private static final SecureRandom SECRETS = new SecureRandom();

    private Ids() {}

    public static UUID next(Clock clock) {
        var random = ThreadLocalRandom.current();
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** A secret of 256 random bits, in lower-case hexadecimal. */
    public static String secret() {
        var bytes = new byte[32];
        SECRETS.nextBytes(bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
