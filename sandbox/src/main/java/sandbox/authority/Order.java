package sandbox.authority;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order for one name.
 *
 * @param from from when the certificate is to be valid; what the order's time is taken to be
 * @param chain the certificate and its issuer's as PEM, once it is issued
 */
record Order(
        String id,
        String account,
        String name,
        String profile,
        Instant from,
        Instant until,
        String authorization,
        @Nullable String chain) {

    Order issued(String pem) {
        return new Order(id, account, name, profile, from, until, authorization, pem);
    }
}
