package keiyaku.web.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import keiyaku.billing.Correction;
import keiyaku.billing.CreditNotes;
import keiyaku.billing.Invoice;
import keiyaku.billing.Invoices;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What corrects a document, and what it corrects (B-11).
 *
 * @param notes the credit notes about it, the oldest first
 * @param corrects the invoice that it corrects, being a credit note itself
 * @param replaces the void invoice in whose place it stands
 * @param replacedBy what stands in its place
 */
public record CorrectedView(
        List<Document> notes,
        @Nullable Document corrects,
        @Nullable Document replaces,
        @Nullable Document replacedBy) {

    /** Another document, as a page points to it. */
    public record Document(String number, String href, LocalDate on, Money amount, String reason) {}

    static CorrectedView of(Invoice invoice, CreditNotes corrections, Invoices invoices) {
        var about = corrections.about(invoice.account(), Set.of(invoice.id()));
        var notes = new ArrayList<Document>();
        Document corrects = null;
        Document replaces = null;
        Document replacedBy = null;
        for (var correction : about) {
            if (correction.invoice().equals(invoice.id())) {
                notes.add(document(correction.note(), correction, invoices));
                var fresh = correction.replacedBy();
                replacedBy = fresh == null ? null : document(fresh, correction, invoices);
            } else if (correction.note().equals(invoice.id())) {
                corrects = document(correction.invoice(), correction, invoices);
            } else {
                replaces = document(correction.invoice(), correction, invoices);
            }
        }
        return new CorrectedView(List.copyOf(notes), corrects, replaces, replacedBy);
    }

    private static Document document(InvoiceId id, Correction why, Invoices invoices) {
        var found = invoices.invoice(why.account(), id).orElseThrow();
        return new Document(
                found.number(),
                "/my/invoices/" + id,
                found.issuedOn(),
                found.amounts().total(),
                why.reason());
    }
}
