package keiyaku.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;

/** An issued invoice: a document that is never edited (B-11). */
public record Invoice(
        InvoiceId id,
        AccountId account,
        String number,
        ZoneId zone,
        LocalDate issuedOn,
        LocalDate dueOn,
        Instant issuedAt,
        Payer payer,
        InvoiceAmounts amounts,
        List<Charge> charges) {

    public Invoice {
        charges = List.copyOf(charges);
    }

    /** Without one only until the transaction that issues it commits; to ask for it then throws. */
    @Override
    public String number() {
        if (number.isEmpty()) {
            throw new IllegalStateException(id + " is numbered when its transaction commits");
        }
        return number;
    }

    /** The document gets its number last, right before it is written. */
    Invoice numbered(String given) {
        return new Invoice(
                id, account, given, zone, issuedOn, dueOn, issuedAt, payer, amounts, charges);
    }

    /** The same document with its lines, read apart from it. */
    Invoice with(List<Charge> lines) {
        return new Invoice(
                id, account, number, zone, issuedOn, dueOn, issuedAt, payer, amounts, lines);
    }
}
