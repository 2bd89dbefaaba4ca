package keiyaku.payment;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of deposit accounts that can be debited (code list 預金種目). */
public enum AccountType {
    ORDINARY("1"),
    CURRENT("2"),
    TAX_PAYMENT("3"),
    OTHER("9");

    private final String code;

    AccountType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<AccountType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
