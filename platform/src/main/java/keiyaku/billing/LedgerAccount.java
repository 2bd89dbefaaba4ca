package keiyaku.billing;

/** The chart of accounts (B-30). A debit is positive, a credit negative. */
final class LedgerAccount {

    static final String RECEIVABLE = "receivable";
    static final String CASH_IN_TRANSIT = "cash-in-transit";
    static final String DEPOSITS = "deposits";
    static final String FEES = "fees";

    /** Against revenue, which is booked at its price. */
    static final String DISCOUNTS = "discounts";

    static final String CREDITS = "credits";

    private LedgerAccount() {}

    static String revenue(String product) {
        return "revenue:" + product;
    }

    static String taxPayable(String category) {
        return "tax-payable:" + category;
    }
}
