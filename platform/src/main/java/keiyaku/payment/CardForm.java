package keiyaku.payment;

import java.net.URI;

/** The acquirer's form for one card: the session, and the frame's address (P-3). */
public record CardForm(String session, URI frameUrl) {}
