package keiyaku.payment.iso20022;

import java.util.Map;

/**
 * Why a debit was refused or given back, in plain words: external code list of status reasons of
 * ISO 20022, as far as the rulebook of SEPA uses it.
 *
 * @param reason a stable code, the same as those of other banks' files where they mean the same
 * @param forGood whether asking again by the same mandate only brings the same answer
 */
public record RefusalCode(String reason, boolean forGood) {

    private static final RefusalCode OTHER = new RefusalCode("other", false);
    private static final RefusalCode NO_ACCOUNT = new RefusalCode("no-such-account", true);
    private static final RefusalCode NO_MANDATE = new RefusalCode("no-mandate", true);
    private static final RefusalCode BY_PAYER = new RefusalCode("stopped-by-payer", true);

    private static final Map<String, RefusalCode> KNOWN =
            Map.ofEntries(
                    Map.entry("AC01", NO_ACCOUNT),
                    Map.entry("AC04", NO_ACCOUNT),
                    Map.entry("AC13", NO_ACCOUNT),
                    Map.entry("RC01", NO_ACCOUNT),
                    Map.entry("AC06", new RefusalCode("account-blocked", true)),
                    Map.entry("AG01", new RefusalCode("debits-not-allowed", true)),
                    Map.entry("AM04", new RefusalCode("insufficient-funds", false)),
                    Map.entry("MD01", NO_MANDATE),
                    Map.entry("MD02", NO_MANDATE),
                    Map.entry("MD06", BY_PAYER),
                    Map.entry("MD07", new RefusalCode("holder-deceased", true)),
                    Map.entry("MS02", BY_PAYER),
                    Map.entry("SL01", BY_PAYER));

    /** A code that is not on the list says nothing that we could act on. */
    public static RefusalCode of(String code) {
        return KNOWN.getOrDefault(code, OTHER);
    }
}
