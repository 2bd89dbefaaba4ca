package keiyaku.billing;

/** The chart of accounts (B-30). A debit is positive, a credit negative. */
final class LedgerAccount {

    static final String RECEIVABLE = "receivable";
    static final String CASH_IN_TRANSIT = "cash-in-transit";
    static final String BANK = "bank";
    static final String DEPOSITS = "deposits";
    static final String FEES = "fees";

    /** Taken back by the acquirer; ours until it is lost. */
    static final String DISPUTED = "disputed";

    static final String DISPUTE_FEES = "dispute-fees";

    /** What the acquirer keeps of what it pays out. */
    static final String ACQUIRER_FEES = "acquirer-fees";

    static final String WRITE_OFFS = "write-offs";

    /** Against revenue, which is booked at its price. */
    static final String DISCOUNTS = "discounts";

    static final String CREDITS = "credits";

    /** Owed to members: coins that were paid for, and that were given with them. */
    static final String COINS_CHARGED = "coins-charged";

    static final String COINS_BONUS = "coins-bonus";

    /** What bonus coins cost, and the income of those that expired. */
    static final String COINS_GIVEN = "coins-given";

    static final String COINS_EXPIRED = "coins-expired";

    /** Coins that are given back, on their way to the method that paid for them. */
    static final String COINS_REFUNDING = "coins-refunding";

    /** What managing accounts pay of their members' invoices; zero in all accounts together. */
    static final String PAID_FOR_MEMBERS = "paid-for-members";

    /** Between a managing account and the members whose invoices its coins paid; zero in all. */
    static final String COINS_SHARED = "coins-shared";

    private LedgerAccount() {}

    static String revenue(String product) {
        return "revenue:" + product;
    }

    static String taxPayable(String category) {
        return "tax-payable:" + category;
    }
}
