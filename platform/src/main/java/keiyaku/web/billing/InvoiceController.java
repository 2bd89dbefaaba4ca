package keiyaku.web.billing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import keiyaku.billing.CreditNotes;
import keiyaku.billing.Invoice;
import keiyaku.billing.Invoices;
import keiyaku.billing.Receivables;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.MethodKind;
import keiyaku.payment.PaymentMethods;
import keiyaku.payment.Payments;
import keiyaku.payment.Transfer;
import keiyaku.payment.Transfers;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A member's invoices: the list, one with its reasons, and the paper (B-13, B-14). */
@Controller
class InvoiceController {

    private static final int ON_A_PAGE = 20;

    private final Invoices invoices;
    private final Receivables receivables;
    private final Catalogs catalogs;
    private final Payments payments;
    private final PaymentMethods methods;
    private final Transfers transfers;
    private final CreditNotes creditNotes;
    private final InvoicePapers papers;

    InvoiceController(
            Invoices invoices,
            Receivables receivables,
            Catalogs catalogs,
            Payments payments,
            PaymentMethods methods,
            Transfers transfers,
            CreditNotes creditNotes,
            InvoicePapers papers) {
        this.invoices = invoices;
        this.receivables = receivables;
        this.catalogs = catalogs;
        this.payments = payments;
        this.methods = methods;
        this.transfers = transfers;
        this.creditNotes = creditNotes;
        this.papers = papers;
    }

    @GetMapping("/my/invoices")
    ModelAndView list(
            Page page,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after) {
        var account = account(page);
        // One more than is shown tells whether there is a further page.
        var found =
                after == null
                        ? invoices.of(account, before == null ? null : id(before), ON_A_PAGE + 1)
                        : invoices.after(account, id(after), ON_A_PAGE + 1);
        boolean more = found.size() > ON_A_PAGE;
        int skipped = more && after != null ? 1 : 0;
        var shown = found.subList(skipped, Math.min(found.size(), ON_A_PAGE + skipped));
        var views = views(account, shown);
        var pager =
                after == null
                        ? new InvoicePager(before != null, more, views)
                        : new InvoicePager(more, !shown.isEmpty(), views);
        var answer = OpenAnswer.of(page, receivables.open(account));
        return page.show(
                "billing/invoices", Map.of("invoices", views, "pager", pager, "answer", answer));
    }

    @GetMapping("/my/invoices/{id}")
    ModelAndView show(Page page, @PathVariable("id") String text) {
        var view = view(page, text);
        var tries = payments.ofInvoice(view.invoice().account(), view.invoice().id());
        return page.show(
                "billing/invoice",
                Map.of(
                        "view",
                        view,
                        "words",
                        words(page),
                        "corrected",
                        CorrectedView.of(view.invoice(), creditNotes, invoices),
                        "byWallet",
                        view.payable() && hasWallet(view.invoice().account()),
                        "confirmedBy",
                        transfers.confirmedBy(page.today()),
                        "payments",
                        tries,
                        "reductions",
                        papers.reductions(view.invoice())));
    }

    /** Collects what is open at once; the answer may be that it is not known yet. */
    @PostMapping("/my/invoices/{id}/pay")
    ModelAndView pay(Page page, @PathVariable String id) {
        var view = view(page, id);
        var payment = payments.payNow(view.invoice().account(), view.invoice().id());
        var tone = words(page).tone(payment.state());
        return page.say(tone, "billing.paid." + payment.state().code(), payment.amount())
                .go(view.href());
    }

    /** Takes what is open from the member's wallet (P-9). */
    @PostMapping("/my/invoices/{id}/pay-from-wallet")
    ModelAndView payFromWallet(Page page, @PathVariable String id) {
        var view = view(page, id);
        var payment = payments.payFromWallet(view.invoice().account(), view.invoice().id());
        var tone = words(page).tone(payment.state());
        return page.say(tone, "billing.paid." + payment.state().code(), payment.amount())
                .go(view.href());
    }

    @GetMapping("/my/invoices/{id}/print")
    ModelAndView print(Page page, @PathVariable String id) {
        var view = view(page, id);
        return papers.show(page, view, view.href());
    }

    private boolean hasWallet(AccountId account) {
        return methods.of(account).stream().anyMatch(m -> m.kind() == MethodKind.WALLET);
    }

    private InvoiceWords words(Page page) {
        return new InvoiceWords(page, catalogs.current());
    }

    private InvoiceView view(Page page, String id) {
        var account = account(page);
        var invoice = invoices.invoice(account, id(id)).orElseThrow(PrefixedIds::notFound);
        return views(account, List.of(invoice)).getFirst();
    }

    private List<InvoiceView> views(AccountId account, List<Invoice> shown) {
        var become = receivables.of(account, shown.stream().map(Invoice::id).toList());
        var awaited = new HashMap<InvoiceId, Transfer>();
        transfers.of(account).forEach(t -> awaited.put(t.invoice(), t));
        return shown.stream()
                .map(
                        i ->
                                new InvoiceView(
                                        i,
                                        Objects.requireNonNull(become.get(i.id())),
                                        awaited.get(i.id())))
                .toList();
    }

    private static InvoiceId id(String text) {
        return new InvoiceId(PrefixedIds.parse("inv", text));
    }

    private static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("invoices are a member's own");
        }
        return signedIn.account();
    }
}
