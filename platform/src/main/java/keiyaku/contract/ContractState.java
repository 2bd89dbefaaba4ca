package keiyaku.contract;

import java.util.Locale;

/** Where a contract stands in its life. */
public enum ContractState {
    AWAITING_PAYMENT,
    TRIAL,
    ACTIVE,
    SUSPENDED,
    ENDED;

    /** As in the API, the database and scenarios: awaiting-payment. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ContractState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
