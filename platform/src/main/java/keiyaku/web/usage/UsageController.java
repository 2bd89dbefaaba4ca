package keiyaku.web.usage;

import java.util.Map;
import keiyaku.catalog.Catalogs;
import keiyaku.shared.AccountId;
import keiyaku.usage.Estimates;
import keiyaku.usage.MonthlyBills;
import keiyaku.web.Page;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** This month's bill before it is one: so far, and at this pace by the month's end (S-8, B-12). */
@Controller
class UsageController {

    private final Estimates estimates;
    private final MonthlyBills bills;
    private final Catalogs catalogs;

    UsageController(Estimates estimates, MonthlyBills bills, Catalogs catalogs) {
        this.estimates = estimates;
        this.bills = bills;
        this.catalogs = catalogs;
    }

    @GetMapping("/my/usage")
    ModelAndView show(Page page) {
        var account = account(page);
        var estimate = estimates.thisMonth(account, page.zone());
        var words = new UsageWords(page, catalogs.current());
        return page.show(
                "usage/estimate",
                Map.of(
                        "estimate",
                        estimate,
                        "words",
                        words,
                        "plot",
                        UsagePlot.of(estimate, words),
                        "drafts",
                        bills.drafts(account)));
    }

    private static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("usage is a member's own");
        }
        return signedIn.account();
    }
}
