package keiyaku.member;

import java.util.Optional;

/** When a business wants its tax invoices issued (M-5, B-24). */
public enum TaxInvoices {
    THIS_MONTH("this-month"),
    NEXT_MONTH("next-month");

    private final String code;

    TaxInvoices(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<TaxInvoices> ofCode(String code) {
        for (var each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
