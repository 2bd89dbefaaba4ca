package keiyaku.web.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keiyaku.billing.CreditNotes;
import keiyaku.billing.Invoice;
import keiyaku.billing.Invoices;
import keiyaku.billing.Receivables;
import keiyaku.catalog.Catalogs;
import keiyaku.member.Members;
import keiyaku.payment.PaymentMethods;
import keiyaku.payment.Transfer;
import keiyaku.payment.Transfers;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.InvoiceId;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import keiyaku.web.billing.InvoiceWords;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a login may read besides its contracts. */
@RestController
@RequestMapping("/api/v1")
class ReadController {

    private final Members members;
    private final Catalogs catalogs;
    private final Invoices invoices;
    private final Receivables receivables;
    private final PaymentMethods methods;
    private final Transfers transfers;
    private final CreditNotes creditNotes;

    ReadController(
            Members members,
            Catalogs catalogs,
            Invoices invoices,
            Receivables receivables,
            PaymentMethods methods,
            Transfers transfers,
            CreditNotes creditNotes) {
        this.members = members;
        this.catalogs = catalogs;
        this.invoices = invoices;
        this.receivables = receivables;
        this.methods = methods;
        this.transfers = transfers;
        this.creditNotes = creditNotes;
    }

    /** What a script of a session has to send with each POST against forged requests. */
    @GetMapping("/session")
    Map<String, Object> session(Page page) {
        var csrf = java.util.Objects.requireNonNull(page.csrf(), "csrf is always on");
        return Views.object(
                "object", "session",
                "account", Caller.account(page),
                "csrf", Views.object("header", csrf.getHeaderName(), "token", csrf.getToken()));
    }

    @GetMapping("/members/me")
    Map<String, Object> me(Page page) {
        return Views.member(members.member(Caller.account(page)));
    }

    @GetMapping("/products")
    ListAnswer products(Page page) {
        var catalog = catalogs.current();
        var products =
                catalog.products().stream()
                        .map(p -> CatalogViews.product(p, catalog, page.language()))
                        .toList();
        return new ListAnswer("list", "/api/v1/products", false, products);
    }

    @GetMapping("/products/{code}")
    Map<String, Object> product(Page page, @PathVariable String code) {
        var catalog = catalogs.current();
        return catalog.product(code)
                .map(p -> CatalogViews.product(p, catalog, page.language()))
                .orElseThrow(PrefixedIds::notFound);
    }

    @GetMapping("/payment-methods")
    ListAnswer paymentMethods(Page page) {
        var all = methods.of(Caller.account(page));
        return ListAnswer.of("/api/v1/payment-methods", all, all.size(), Views::method);
    }

    @GetMapping("/invoices")
    ListAnswer invoices(
            Page page,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(name = "starting_after", required = false) @Nullable String after) {
        var account = Caller.account(page);
        int most = ListAnswer.limit(limit);
        var cursor = after == null ? null : new InvoiceId(cursor("inv", after));
        var found = invoices.of(account, cursor, most + 1);
        var ids = found.stream().map(Invoice::id).toList();
        var become = receivables.of(account, ids);
        var parts = parts(account, ids);
        var words = new InvoiceWords(page, catalogs.current());
        return ListAnswer.of(
                "/api/v1/invoices",
                found,
                most,
                i -> InvoiceViews.invoice(i, become.get(i.id()), parts, words));
    }

    @GetMapping("/invoices/{id}")
    Map<String, Object> invoice(Page page, @PathVariable String id) {
        AccountId account = Caller.account(page);
        var known = new InvoiceId(PrefixedIds.parse("inv", id));
        var invoice = invoices.invoice(account, known).orElseThrow(PrefixedIds::notFound);
        return InvoiceViews.invoice(
                invoice,
                receivables.of(account, List.of(known)).get(known),
                parts(account, List.of(known)),
                new InvoiceWords(page, catalogs.current()));
    }

    private InvoiceViews.Parts parts(AccountId account, List<InvoiceId> ids) {
        var byInvoice = new HashMap<InvoiceId, Transfer>();
        transfers.of(account).forEach(t -> byInvoice.put(t.invoice(), t));
        return new InvoiceViews.Parts(
                byInvoice, invoices.reductions(account, ids), creditNotes.about(account, ids));
    }

    /** The id of a cursor; another text is bad input, not a page that is not there. */
    static java.util.UUID cursor(String prefix, String text) {
        try {
            return PrefixedIds.parse(prefix, text);
        } catch (org.springframework.web.server.ResponseStatusException e) {
            throw new BadInputException("starting_after", "cursor");
        }
    }
}
