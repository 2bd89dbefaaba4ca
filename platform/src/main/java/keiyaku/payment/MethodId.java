package keiyaku.payment;

import java.util.UUID;

/** A payment method of an account. */
public record MethodId(UUID value) {
    @Override
    public String toString() {
        return "met_" + value.toString().replace("-", "");
    }
}
