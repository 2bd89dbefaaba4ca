package sandbox.inbox;

import java.time.Instant;

/** A short message as one telephone got it. */
record Sms(String id, String to, String text, Instant at) {}
