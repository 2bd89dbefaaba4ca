package keiyaku.shared;

import java.util.UUID;

/** An account's agreement on one product. */
public record ContractId(UUID value) {
    @Override
    public String toString() {
        return "con_" + value.toString().replace("-", "");
    }
}
