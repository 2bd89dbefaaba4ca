package keiyaku.web.usage;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.billing.Invoice;
import keiyaku.billing.Invoices;
import keiyaku.catalog.Catalogs;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.usage.Bill;
import keiyaku.usage.BillState;
import keiyaku.usage.Estimates;
import keiyaku.usage.MonthlyBills;
import keiyaku.usage.MonthlyBills.Draft;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Months that are over: their bills, what was used on which day, and what came late (B-7, B-8). */
@Controller
class UsageMonthController {

    private final Estimates estimates;
    private final MonthlyBills bills;
    private final Invoices invoices;
    private final Catalogs catalogs;

    UsageMonthController(
            Estimates estimates, MonthlyBills bills, Invoices invoices, Catalogs catalogs) {
        this.estimates = estimates;
        this.bills = bills;
        this.invoices = invoices;
        this.catalogs = catalogs;
    }

    @GetMapping("/my/usage/months")
    ModelAndView list(Page page) {
        var account = account(page);
        var drafts = bills.drafts(account);
        var months = bills.months(account).stream().map(bill -> month(bill, drafts)).toList();
        return page.show("usage/months", Map.of("months", months));
    }

    @GetMapping("/my/usage/months/{month}")
    ModelAndView show(Page page, @PathVariable String month) {
        var account = account(page);
        var bill = bills.month(account, parsed(month)).orElseThrow(PrefixedIds::notFound);
        if (bill.state() == BillState.COLLECTING) {
            return page.go("/my/usage");
        }
        var estimate = estimates.of(account, bill.zone(), bill.month());
        var words = new UsageWords(page, catalogs.current());
        return page.show(
                "usage/month",
                Map.of(
                        "month", month(bill, bills.drafts(account)),
                        "estimate", estimate,
                        "words", words,
                        "plot", UsagePlot.of(estimate, words),
                        "late", bills.late(account, bill.month())));
    }

    private UsageMonth month(Bill bill, List<Draft> drafts) {
        var invoice =
                Optional.ofNullable(bill.invoice())
                        .flatMap(id -> invoices.invoice(bill.account(), id))
                        .orElse(null);
        return new UsageMonth(bill, invoice, total(bill, invoice, drafts).orElse(null));
    }

    private static Optional<Money> total(Bill bill, @Nullable Invoice invoice, List<Draft> drafts) {
        return invoice != null
                ? Optional.of(invoice.amounts().total())
                : drafts.stream()
                        .filter(draft -> draft.bill().month().equals(bill.month()))
                        .map(draft -> draft.amounts().total())
                        .findFirst();
    }

    private static YearMonth parsed(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw PrefixedIds.notFound();
        }
    }

    private static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("usage is a member's own");
        }
        return signedIn.account();
    }
}
