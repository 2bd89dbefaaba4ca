package keiyaku.certificate.authority;

import java.security.KeyPair;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A certificate authority; all calls go out, so none is made inside a transaction. */
public interface Authority {

    /** An order for a name, with the kind of certificate and the days that are wished for. */
    record Wish(String name, String kind, @Nullable Instant from, @Nullable Instant until) {}

    /** Asks, Ready, Refused or NotNow. */
    Answer order(Wish wish);

    /** Says that a proof is there: Ready, NotFound, GivenUp, Refused or NotNow. */
    Answer look(String order, boolean byDns);

    /** Has the certificate made for a key, once however often: Made, GivenUp, Refused, NotNow. */
    Answer make(String order, KeyPair key);
}
