package keiyaku.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Time-ordered UUIDs (version 7, RFC 9562), made by the application so that one clock rules. */
public final class Ids {

    private static final SecureRandom SECRETS = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** Rises with each call, also within one millisecond and while a clock stands still. */
    public static UUID next(Clock clock) {
        long wanted = clock.millis() << 12;
        long step = LAST.accumulateAndGet(wanted, (last, now) -> Math.max(last + 1, now));
        long high = ((step >>> 12) << 16) | 0x7000L | (step & 0x0FFFL);
        long random = ThreadLocalRandom.current().nextLong();
        return new UUID(high, (random & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /** A secret of 256 random bits, in lower-case hexadecimal. */
    public static String secret() {
        var bytes = new byte[32];
        SECRETS.nextBytes(bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
