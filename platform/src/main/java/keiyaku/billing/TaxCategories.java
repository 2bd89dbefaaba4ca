package keiyaku.billing;

/** Tax categories that are not rates of the catalog (B-19). */
public final class TaxCategories {

    /** Not a supply at all: early-termination fees. */
    public static final String OUTSIDE = "outside";

    /** Supplied to a member abroad: no tax. */
    public static final String EXPORT = "export";

    private TaxCategories() {}
}
