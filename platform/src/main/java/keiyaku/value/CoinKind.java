package keiyaku.value;

import java.util.Locale;

/** Coins that were paid for, and coins that were given with them (S-5). */
public enum CoinKind {
    CHARGED,
    BONUS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CoinKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
