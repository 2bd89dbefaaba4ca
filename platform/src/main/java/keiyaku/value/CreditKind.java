package keiyaku.value;

import java.util.Locale;

/** What a credit was granted for (S-1). */
public enum CreditKind {
    PROMOTION,
    SUPPORT,
    COMPENSATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CreditKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
