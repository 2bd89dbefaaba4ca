package keiyaku.payment;

import java.util.Locale;

/** How a member can pay (P-1). */
public enum MethodKind {
    CARD,
    DIRECT_DEBIT,
    /** Into a virtual account of the member's own. */
    DEPOSIT,
    /** A prepaid wallet of another company, linked once (P-9). */
    WALLET,
    /** A bank transfer for one invoice; nothing is registered for it (P-10). */
    TRANSFER;

    /** Whether it is something that a member registers (P-1). */
    public boolean registered() {
        return this != TRANSFER;
    }

    /** Whether money is taken by it without the member doing anything. */
    public boolean autoDebit() {
        return this == CARD || this == DIRECT_DEBIT;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static MethodKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
