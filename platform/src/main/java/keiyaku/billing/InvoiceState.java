package keiyaku.billing;

import java.util.Locale;

/** What has become of an issued invoice's amount; the document itself never changes (B-11). */
public enum InvoiceState {
    OPEN,
    PAID,
    VOID,
    UNCOLLECTIBLE,
    /** Below zero, and given back to the payment method. */
    REFUNDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static InvoiceState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
