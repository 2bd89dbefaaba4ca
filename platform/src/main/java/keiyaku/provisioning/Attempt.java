package keiyaku.provisioning;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of telling a site once. */
public sealed interface Attempt {

    /** The site says that it is done. */
    record Confirmed() implements Attempt {}

    /** Not now; asked for patience, the site names a time. */
    record NotNow(String reason, @Nullable Duration wish) implements Attempt {}

    /** It makes no sense to try again before somebody has looked. */
    record Never(String reason) implements Attempt {}
}
