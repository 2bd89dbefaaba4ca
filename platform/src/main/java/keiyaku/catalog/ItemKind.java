package keiyaku.catalog;

/** What a catalog is made of; each item is kept and changed on its own. */
public enum ItemKind {
    PROVIDER("provider"),
    TAX("tax"),
    TERMS("terms"),
    PRODUCT("product"),
    COUPON("coupon"),
    COINS("coins"),
    /** In which order products are shown. */
    ORDER("order");

    private final String code;

    ItemKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
