package keiyaku.shared;

import java.util.UUID;

/** Charges brought together, with tax and what is to be paid. */
public record InvoiceId(UUID value) {
    @Override
    public String toString() {
        return "inv_" + value.toString().replace("-", "");
    }
}
