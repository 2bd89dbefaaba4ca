package keiyaku.web.billing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import keiyaku.billing.IssuedInvoices;
import keiyaku.billing.Receivables;
import keiyaku.member.Members;
import keiyaku.member.Organizations;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Members' bills, for the managing account of their organization: by month, with their sum,
 * each as paper. Those from before a member joined stay its own; to everyone else the pages are not
 * there.
 */
@Controller
class MemberBillsController {

    private static final String PAGE = "/my/organization/bills";

    private final Organizations organizations;
    private final Members members;
    private final IssuedInvoices issued;
    private final Receivables receivables;
    private final InvoicePapers papers;

    MemberBillsController(
            Organizations organizations,
            Members members,
            IssuedInvoices issued,
            Receivables receivables,
            InvoicePapers papers) {
        this.organizations = organizations;
        this.members = members;
        this.issued = issued;
        this.receivables = receivables;
        this.papers = papers;
    }

    @GetMapping(PAGE)
    ModelAndView list(Page page, @RequestParam(required = false) @Nullable String month) {
        var manager = account(page);
        var since = managed(manager);
        var months = issued.months(since);
        var shown = shown(month, months, page);
        var bills =
                MemberBills.of(
                        issued.of(since, shown), members.of(List.copyOf(since.keySet())), page);
        return page.show(
                "billing/member-bills",
                Map.of(
                        "month", shown,
                        "months", months,
                        "bills", bills,
                        "pays", organizations.pays(manager)));
    }

    @GetMapping(PAGE + "/{id}")
    ModelAndView paper(Page page, @PathVariable String id) {
        var since = managed(account(page));
        var known = new InvoiceId(PrefixedIds.parse("inv", id));
        var invoice = issued.invoice(since, known).orElseThrow(PrefixedIds::notFound);
        var become = receivables.of(invoice.account(), List.of(known)).get(known);
        var view = new InvoiceView(invoice, Objects.requireNonNull(become), null);
        return papers.show(page, view, PAGE + "?month=" + YearMonth.from(invoice.issuedOn()));
    }

    private Map<AccountId, Instant> managed(AccountId manager) {
        var since = organizations.since(manager);
        if (since.isEmpty()) {
            throw PrefixedIds.notFound();
        }
        return since;
    }

    /** The month asked for, else the latest in which there is something. */
    private static YearMonth shown(@Nullable String asked, List<YearMonth> months, Page page) {
        if (asked == null) {
            return months.isEmpty() ? YearMonth.from(page.today()) : months.getFirst();
        }
        try {
            return YearMonth.parse(asked);
        } catch (DateTimeException e) {
            throw PrefixedIds.notFound();
        }
    }

    private static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("members' bills are their manager's");
        }
        return signedIn.account();
    }
}
