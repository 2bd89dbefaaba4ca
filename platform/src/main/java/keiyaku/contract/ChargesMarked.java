package keiyaku.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import keiyaku.billing.Charge;
import keiyaku.shared.AccountId;

/**
 * Charges of products that are invoiced by the monthly bill (B-8): told in the transaction that
 * made them, to whoever keeps them for the bill.
 */
public record ChargesMarked(List<Marked> marked) {

    public ChargesMarked {
        marked = List.copyOf(marked);
    }

    /**
     * @param on the day on which they came to be owed, in the contract's zone
     */
    public record Marked(AccountId account, ZoneId zone, LocalDate on, List<Charge> charges) {
        public Marked {
            charges = List.copyOf(charges);
        }
    }
}
