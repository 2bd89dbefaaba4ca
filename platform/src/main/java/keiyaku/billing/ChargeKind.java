package keiyaku.billing;

import java.util.Locale;

/** Why an amount is owed (B-3). */
public enum ChargeKind {
    RECURRING,
    USAGE,
    OPTION,
    PRORATION_CREDIT,
    PRORATION_CHARGE,
    EARLY_TERMINATION_FEE,
    ONE_OFF,
    ADJUSTMENT;

    /** As in the API, the database and scenarios: early-termination-fee. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ChargeKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
