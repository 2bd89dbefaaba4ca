package keiyaku.payment;

import java.util.UUID;

/** One collection of an invoice; also the key under which the gateway is asked for it. */
public record PaymentId(UUID value) {
    @Override
    public String toString() {
        return "pay_" + value.toString().replace("-", "");
    }
}
