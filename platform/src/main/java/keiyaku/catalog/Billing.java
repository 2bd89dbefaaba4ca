package keiyaku.catalog;

/** How a term's price is charged (B-5): a part at each month's start, or whole at its start. */
public enum Billing {
    MONTHLY("monthly"),
    UPFRONT("upfront");

    private final String code;

    Billing(String code) {
        this.code = code;
    }

    /** As written in catalogs, scenarios and the API. */
    public String code() {
        return code;
    }
}
