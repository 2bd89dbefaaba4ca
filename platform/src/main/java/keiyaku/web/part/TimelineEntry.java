package keiyaku.web.part;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was done, when, by whom and why. */
public record TimelineEntry(Instant at, String what, String by, @Nullable String why, Tone tone) {}
