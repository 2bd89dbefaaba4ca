package keiyaku.web.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Receivables;
import keiyaku.member.Members;
import keiyaku.member.Organizations;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Organizations: who is in which, invitations, and who pays. */
@Controller
class OrganizationController {

    private static final String PAGE = "/my/organization";

    private final Organizations organizations;
    private final Members members;
    private final Receivables receivables;

    OrganizationController(Organizations organizations, Members members, Receivables receivables) {
        this.organizations = organizations;
        this.members = members;
        this.receivables = receivables;
    }

    @GetMapping(PAGE)
    ModelAndView show(Page page) {
        return show(page, page.form("member.organization"));
    }

    @PostMapping(PAGE + "/invite")
    ModelAndView invite(Page page) {
        var form = page.form("member.organization");
        var email = form.required("email");
        if (!form.ok() || !form.attempt(() -> organizations.invite(account(page), email))) {
            return show(page, form);
        }
        return page.go(PAGE, "member.organization.invited");
    }

    @PostMapping(PAGE + "/{id}/accept")
    ModelAndView accept(Page page, @PathVariable String id) {
        organizations.accept(account(page), other(id));
        return page.go(PAGE, "member.organization.joined");
    }

    @PostMapping(PAGE + "/{id}/decline")
    ModelAndView decline(Page page, @PathVariable String id) {
        organizations.decline(account(page), other(id));
        return page.go(PAGE, "member.organization.declined");
    }

    /** A manager takes a member out of its organization. */
    @PostMapping(PAGE + "/{id}/remove")
    ModelAndView remove(Page page, @PathVariable String id) {
        organizations.remove(account(page), other(id));
        return page.go(PAGE, "member.organization.removed");
    }

    @PostMapping(PAGE + "/leave")
    ModelAndView leave(Page page) {
        organizations.leave(account(page));
        return page.go(PAGE, "member.organization.left");
    }

    @PostMapping(PAGE + "/pays")
    ModelAndView pays(Page page) {
        var on = page.form("member.organization").checked("on");
        organizations.pays(account(page), on);
        return page.go(
                PAGE, on ? "member.organization.pays.now-on" : "member.organization.pays.now-off");
    }

    private ModelAndView show(Page page, Form form) {
        var account = account(page);
        var manager = organizations.managerOf(account);
        return page.show(
                "member/organization",
                Map.of(
                        "form", form,
                        "manager", manager.map(m -> rows(List.of(m), false)).orElse(List.of()),
                        "members", rows(organizations.members(account), true),
                        "invited", rows(organizations.invited(account), false),
                        "invitations", rows(organizations.invitations(account), false),
                        "pays", organizations.pays(account)));
    }

    private List<OrganizationRow> rows(List<AccountId> accounts, boolean withOpen) {
        var known = members.of(accounts);
        var rows = new ArrayList<OrganizationRow>();
        for (var account : accounts) {
            var member = known.get(account);
            if (member != null) {
                rows.add(
                        new OrganizationRow(
                                account.toString(),
                                member.displayName(),
                                withOpen ? open(account) : List.of()));
            }
        }
        return rows;
    }

    /** What an account has to pay, by currency. */
    private List<Money> open(AccountId account) {
        return receivables.open(account).stream()
                .map(r -> r.open())
                .filter(Money::isPositive)
                .reduce(Money::plus)
                .map(List::of)
                .orElse(List.of());
    }

    private static AccountId other(String id) {
        return new AccountId(PrefixedIds.parse("acc", id));
    }

    private static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("an organization is its members' own");
        }
        return signedIn.account();
    }
}
