package sandbox.acquirer;

import java.time.Instant;

/** A challenge under way: its ids, and what must come back unchanged through the browser. */
record Challenge(
        String threeDSServerTransId,
        String acsTransId,
        String dsTransId,
        String acsUrl,
        String sessionData,
        Instant startedAt) {}
