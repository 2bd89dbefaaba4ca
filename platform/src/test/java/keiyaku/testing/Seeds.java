package keiyaku.testing;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Properties over made-up cases: each case has a seed of its own, which a failure names, so that it
 * can be run again alone with -Dseed=N.
 */
public final class Seeds {

    private static final long FIRST = 20_260_101L;

    private Seeds() {}

    public static void forEach(int cases, Consumer<SplittableRandom> property) {
        var only = Long.getLong("seed");
        for (long seed = FIRST; seed < FIRST + cases; seed++) {
            long used = only == null ? seed : only;
            try {
                property.accept(new SplittableRandom(used));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("fails with -Dseed=" + used + ": " + e.getMessage(), e);
            }
            if (only != null) {
                return;
            }
        }
    }
}
