package keiyaku.web.billing;

import java.util.List;
import java.util.Map;
import keiyaku.billing.CreditNotes;
import keiyaku.billing.Invoice;
import keiyaku.billing.Invoices;
import keiyaku.catalog.Catalogs;
import keiyaku.member.Members;
import keiyaku.value.Reduction;
import keiyaku.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** An invoice as paper, which a browser prints or keeps as PDF (B-13). */
@Component
class InvoicePapers {

    private final Invoices invoices;
    private final Catalogs catalogs;
    private final Members members;
    private final CreditNotes creditNotes;

    InvoicePapers(Invoices invoices, Catalogs catalogs, Members members, CreditNotes creditNotes) {
        this.invoices = invoices;
        this.catalogs = catalogs;
        this.members = members;
        this.creditNotes = creditNotes;
    }

    /** The paper; back leads to where the reader came from. */
    ModelAndView show(Page page, InvoiceView view, String back) {
        var invoice = view.invoice();
        var type = members.member(invoice.account()).type();
        return page.show(
                "billing/print",
                Map.of(
                        "view", view,
                        "words", new InvoiceWords(page, catalogs.current()),
                        "corrected", CorrectedView.of(invoice, creditNotes, invoices),
                        "reductions", reductions(invoice),
                        "issuer", invoices.issuer(invoice),
                        "recipient",
                                page.t(
                                        "billing.print.recipient." + type.code(),
                                        invoice.payer().name()),
                        "back", back));
    }

    /** What lowered its lines. */
    List<Reduction> reductions(Invoice invoice) {
        return invoices.reductions(invoice.account(), List.of(invoice.id()))
                .getOrDefault(invoice.id(), List.of());
    }
}
