package keiyaku.certificate;

import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import keiyaku.certificate.authority.AcmeAuthority;
import keiyaku.certificate.authority.Authority;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The authority that is configured, if one is, and the key by which it knows us. */
@Component
class Authorities {

    private final String directory;
    private final @Nullable Duration lifetime;
    private final CertificateStore store;
    private final Keys keys;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final @Nullable Authority authority;

    Authorities(
            @Value("${keiyaku.outside.authority-url:}") String directory,
            @Value("${keiyaku.outside.authority-lifetime:}") String lifetime,
            CertificateStore store,
            Keys keys,
            TransactionOperations transaction,
            MovableClock clock) {
        this.directory = directory;
        this.lifetime = lifetime.isBlank() ? null : Duration.parse(lifetime);
        this.store = store;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
        this.authority =
                directory.isBlank()
                        ? null
                        : new AcmeAuthority(URI.create(directory), this::customerKey);
    }

    /** Without one nothing is due: what is bought waits. */
    boolean isThere() {
        return authority != null;
    }

    Authority authority() {
        if (authority == null) {
            throw new IllegalStateException("no authority is configured");
        }
        return authority;
    }

    /** No longer than is paid; where the authority decides the days, it is not asked for any. */
    Authority.Wish wish(Row row, Instant now) {
        var name = String.valueOf(row.name());
        if (lifetime == null) {
            return new Authority.Wish(name, row.option(), null, null);
        }
        var from = now.truncatedTo(ChronoUnit.SECONDS);
        var longest = from.plus(lifetime);
        var until = row.paidUntil().isBefore(longest) ? row.paidUntil() : longest;
        return new Authority.Wish(name, row.option(), from, until);
    }

    /** The first process makes it, all others take it. */
    private KeyPair customerKey() {
        var kept =
                transaction.execute(
                        status -> {
                            store.keepCustomer(directory, keys.make(directory), clock.instant());
                            return store.customer(directory);
                        });
        return keys.open(String.valueOf(kept), directory);
    }
}
