package keiyaku.payment.gateway;

import java.net.URI;

/** A session of hosted fields, and the address of the frame that shows them. */
public record OpenedSession(String id, URI frameUrl) {}
