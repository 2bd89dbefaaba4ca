package keiyaku.run;

import java.time.Instant;

/** A work that is held between two chunks until someone resumes it: since when, by whom, why. */
public record Pause(Instant at, String by, String why) {}
