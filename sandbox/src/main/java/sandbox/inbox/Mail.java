package sandbox.inbox;

import java.time.Instant;

/** A mail as one recipient got it. */
record Mail(
        String id, String to, String from, String subject, String text, String html, Instant at) {}
