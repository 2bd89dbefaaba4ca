package keiyaku.provisioning;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import keiyaku.shared.ContractId;
import org.springframework.stereotype.Component;

/**
 * The password that a customer chose for the administrator of a new site: kept in memory only,
 * until it has been delivered or half an hour has passed (C-5). Once it is lost the site is told
 * that it is still to be set.
 */
@Component
public class ProvisioningSecrets {

    static final String FIELD = "adminPassword";
    static final String PENDING = "adminPasswordPending";
    static final Duration KEPT = Duration.ofMinutes(30);

    /** More than are signed up in half an hour; who comes after sets the password on the site. */
    static final int MOST = 10_000;

    private final Map<ContractId, Kept> kept = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    ProvisioningSecrets() {
        this(System::nanoTime);
    }

    ProvisioningSecrets(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Kept(String secret, long since) {

        /** Secrets do not belong into a log. */
        @Override
        public String toString() {
            return "a secret";
        }
    }

    /** Keeps a password for the tasks told after this; in the command that tells them. */
    public void keepAdminPassword(ContractId contract, String password) {
        kept.values().removeIf(this::isOver);
        if (kept.size() < MOST) {
            kept.put(contract, new Kept(password, nanos.getAsLong()));
        }
    }

    boolean has(ContractId contract) {
        return of(contract).isPresent();
    }

    Optional<String> of(ContractId contract) {
        return Optional.ofNullable(kept.get(contract))
                .filter(entry -> !isOver(entry))
                .map(Kept::secret);
    }

    void forget(ContractId contract) {
        kept.remove(contract);
    }

    private boolean isOver(Kept entry) {
        return nanos.getAsLong() - entry.since() > KEPT.toNanos();
    }
}
