package keiyaku.payment;

import java.util.Locale;

/** How a bank transfer stands (P-10). */
public enum TransferState {
    AWAITING,
    /** All of it has come. */
    DEPOSITED,
    /** The invoice was paid otherwise, or corrected, so that nothing is awaited any more. */
    CLOSED,
    /** It did not come in time, and the invoice was taken back. */
    LAPSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TransferState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
