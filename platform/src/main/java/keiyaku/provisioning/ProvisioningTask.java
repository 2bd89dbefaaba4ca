package keiyaku.provisioning;

import java.util.Locale;
import java.util.Map;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;

/**
 * What a product site is to do for a contract; data is what the product wants to know (plan, seats,
 * …) and never a secret: those go through {@link ProvisioningSecrets}.
 */
public record ProvisioningTask(
        AccountId account,
        ContractId contract,
        Type type,
        String product,
        Map<String, Object> data) {

    public ProvisioningTask {
        data = Map.copyOf(data);
        if (data.containsKey(ProvisioningSecrets.FIELD)) {
            throw new IllegalArgumentException("a secret does not belong into a task's data");
        }
    }

    /** The order of a contract's life; on the wire and in rows in lower case. */
    public enum Type {
        CREATE,
        CHANGE,
        SUSPEND,
        RESUME,
        DELETE;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Type of(String tag) {
            return valueOf(tag.toUpperCase(Locale.ROOT));
        }
    }
}
