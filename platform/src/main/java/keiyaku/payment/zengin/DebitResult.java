package keiyaku.payment.zengin;

import java.util.Arrays;
import java.util.Optional;

/** What became of a debit (code list 振替結果コード). */
public enum DebitResult {
    COLLECTED("0", "collected"),
    INSUFFICIENT_FUNDS("1", "insufficient-funds"),
    NO_ACCOUNT("2", "no-such-account"),
    STOPPED_BY_PAYER("3", "stopped-by-payer"),
    NO_MANDATE("4", "no-mandate"),
    STOPPED_BY_COLLECTOR("8", "stopped-by-us"),
    OTHER("9", "other");

    private final String code;
    private final String reason;

    DebitResult(String code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public String code() {
        return code;
    }

    /** A stable code in plain words, under which its text is found. */
    public String reason() {
        return reason;
    }

    /** Whether trying again by itself would only bring the same answer. */
    public boolean forGood() {
        return this == NO_ACCOUNT || this == STOPPED_BY_PAYER || this == NO_MANDATE;
    }

    static Optional<DebitResult> ofCode(String code) {
        return Arrays.stream(values()).filter(result -> result.code.equals(code)).findFirst();
    }
}
