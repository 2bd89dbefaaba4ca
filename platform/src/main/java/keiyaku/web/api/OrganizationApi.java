package keiyaku.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import keiyaku.billing.CreditNotes;
import keiyaku.billing.Invoices;
import keiyaku.billing.IssuedInvoice;
import keiyaku.billing.IssuedInvoices;
import keiyaku.billing.Receivables;
import keiyaku.catalog.Catalogs;
import keiyaku.member.Members;
import keiyaku.member.Organizations;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import keiyaku.web.billing.InvoiceWords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organizations: who is in which, and members' bills for their manager. */
@RestController
@RequestMapping("/api/v1/organization")
class OrganizationApi {

    private final Organizations organizations;
    private final Members members;
    private final IssuedInvoices issued;
    private final Invoices invoices;
    private final Receivables receivables;
    private final CreditNotes creditNotes;
    private final Catalogs catalogs;
    private final Posts posts;

    OrganizationApi(
            Organizations organizations,
            Members members,
            IssuedInvoices issued,
            Invoices invoices,
            Receivables receivables,
            CreditNotes creditNotes,
            Catalogs catalogs,
            Posts posts) {
        this.organizations = organizations;
        this.members = members;
        this.issued = issued;
        this.invoices = invoices;
        this.receivables = receivables;
        this.creditNotes = creditNotes;
        this.catalogs = catalogs;
        this.posts = posts;
    }

    @GetMapping
    Map<String, Object> read(Page page) {
        return organization(Caller.account(page));
    }

    /** An invitation, an answer to one, and what follows; each answers how it is after it. */
    @PostMapping("/{verb:invite|accept|decline|remove|leave|pays}")
    ResponseEntity<String> perform(
            Page page,
            HttpServletRequest request,
            @PathVariable String verb,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var json = body == null || body.isBlank() ? "{}" : body;
        return posts.once(
                request,
                account,
                json,
                () -> {
                    perform(account, verb, json);
                    return Answer.json(200, organization(account));
                });
    }

    private void perform(AccountId account, String verb, String json) {
        switch (verb) {
            case "invite" -> organizations.invite(account, Body.read(json, b -> b.text("email")));
            case "accept" -> organizations.accept(account, other(json));
            case "decline" -> organizations.decline(account, other(json));
            case "remove" -> organizations.remove(account, other(json));
            case "pays" -> organizations.pays(account, Body.read(json, b -> b.flag("on")));
            default -> {
                Body.read(json, b -> true);
                organizations.leave(account);
            }
        }
    }

    private static AccountId other(String json) {
        return new AccountId(PrefixedIds.parse("acc", Body.read(json, b -> b.text("account"))));
    }

    /** Members' bills of a month since they joined; not there for who manages nobody. */
    @GetMapping("/invoices")
    Map<String, Object> invoices(
            Page page, @RequestParam(required = false) @Nullable String month) {
        var since = managed(Caller.account(page));
        var months = issued.months(since);
        var shown =
                month != null
                        ? UsageApi.month(month)
                        : months.isEmpty() ? YearMonth.from(page.today()) : months.getFirst();
        return Views.object(
                "object",
                "list",
                "url",
                "/api/v1/organization/invoices",
                "month",
                shown,
                "months",
                months.stream().map(YearMonth::toString).toList(),
                "hasMore",
                false,
                "data",
                issued.of(since, shown).stream().map(OrganizationApi::bill).toList());
    }

    /** A member's bill with its lines, by its manager. */
    @GetMapping("/invoices/{id}")
    Map<String, Object> invoice(Page page, @PathVariable String id) {
        var since = managed(Caller.account(page));
        var known = new InvoiceId(PrefixedIds.parse("inv", id));
        var invoice = issued.invoice(since, known).orElseThrow(PrefixedIds::notFound);
        var account = invoice.account();
        var ids = List.of(known);
        return InvoiceViews.invoice(
                invoice,
                receivables.of(account, ids).get(known),
                new InvoiceViews.Parts(
                        Map.of(),
                        invoices.reductions(account, ids),
                        creditNotes.about(account, ids)),
                new InvoiceWords(page, catalogs.current()));
    }

    private Map<AccountId, Instant> managed(AccountId manager) {
        var since = organizations.since(manager);
        if (since.isEmpty()) {
            throw PrefixedIds.notFound();
        }
        return since;
    }

    private static Map<String, Object> bill(IssuedInvoice bill) {
        return Views.object(
                "object", "invoice",
                "id", bill.id(),
                "account", bill.account(),
                "number", bill.number(),
                "issuedOn", bill.issuedOn(),
                "state", bill.state().code(),
                "currency", bill.total().currency().getCurrencyCode(),
                "total", bill.total(),
                "open", bill.open());
    }

    private Map<String, Object> organization(AccountId account) {
        return Views.object(
                "object", "organization",
                "manager", organizations.managerOf(account).map(this::named).orElse(null),
                "pays", organizations.pays(account),
                "members", named(organizations.members(account)),
                "invited", named(organizations.invited(account)),
                "invitations", named(organizations.invitations(account)));
    }

    private List<Map<String, Object>> named(List<AccountId> accounts) {
        return accounts.stream().map(this::named).toList();
    }

    private Map<String, Object> named(AccountId account) {
        return Views.object("account", account, "name", members.member(account).displayName());
    }
}
