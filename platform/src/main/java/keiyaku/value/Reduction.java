package keiyaku.value;

import java.util.Locale;
import java.util.UUID;
import keiyaku.shared.Money;

/**
 * What lowered one charge: by which grant, and the figures from which anybody can work it out again
 * (B-14). Below zero where a charge that had been lowered is given back.
 *
 * @param line the charge's place on its invoice
 * @param seq the order in which the reductions of an invoice were made, from 1
 * @param grant the discount or the credit
 */
public record Reduction(int line, int seq, Kind kind, UUID grant, String name, Reckoning why) {

    /** A discount lowers a price, a credit lowers a bill; discounts come first (B-9). */
    public enum Kind {
        DISCOUNT,
        CREDIT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public Money amount() {
        return why.result();
    }
}
