package keiyaku.contract;

import keiyaku.shared.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * A term that has been charged and has not begun.
 *
 * @param invoice on which it stands; null until that is issued
 */
public record Upcoming(Agreement agreement, @Nullable InvoiceId invoice, boolean paid) {

    /** Just charged; what costs nothing needs no payment. */
    static Upcoming charged(Agreement agreement) {
        return new Upcoming(agreement, null, agreement.price().isZero());
    }

    boolean isOn(InvoiceId some) {
        return some.equals(invoice);
    }

    Upcoming on(InvoiceId given) {
        return invoice == null ? new Upcoming(agreement, given, paid) : this;
    }

    Upcoming settled() {
        return new Upcoming(agreement, invoice, true);
    }
}
