package keiyaku.catalog;

/** Which invoice a product's charges go to (B-8): one of their own at once, or the monthly bill. */
public enum InvoiceTiming {
    AT_ONCE("at-once"),
    MONTHLY_BILL("monthly-bill");

    private final String code;

    InvoiceTiming(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
