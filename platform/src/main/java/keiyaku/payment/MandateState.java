package keiyaku.payment;

import java.util.Locale;

/** Where a permission to debit stands (P-7). */
public enum MandateState {
    /** The bank has not answered yet. */
    REQUESTED,
    ACTIVE,
    /** Refused by the bank, or ended by the holder, the bank or us. */
    REVOKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MandateState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
