package keiyaku.payment;

import java.util.Locale;

/** Where one collection stands (B-21). */
public enum PaymentState {
    /** The gateway is being asked; after a crash it is looked up. */
    TRYING,
    CAPTURED,
    REFUSED,
    /** No answer, or one in doubt: looked up before anything else is done. */
    UNKNOWN,
    /** With the bank, or on the way to it; its result file tells. */
    SENT,
    /** Captured, and taken back whole by the cardholder's bank. */
    REVERSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaymentState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
