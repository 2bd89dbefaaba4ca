package keiyaku.web.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.member.Members;
import keiyaku.member.Organizations;
import keiyaku.shared.AccountId;
import keiyaku.value.CoinLot;
import keiyaku.value.CoinSharing;
import keiyaku.value.Coins;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One charge of coins: what is left, who used how much, and with whom it is shared (S-10). */
@Controller
class ChargeController {

    private static final String PAGE = "/my/coins/charges/";

    private final Coins coins;
    private final CoinSharing sharing;
    private final Organizations organizations;
    private final Members members;

    ChargeController(
            Coins coins, CoinSharing sharing, Organizations organizations, Members members) {
        this.coins = coins;
        this.sharing = sharing;
        this.organizations = organizations;
        this.members = members;
    }

    static String href(UUID charge) {
        return PAGE + "pay_" + charge.toString().replace("-", "");
    }

    @GetMapping(PAGE + "{id}")
    ModelAndView show(Page page, @PathVariable String id) {
        return show(page, charge(id), page.form("value.share"));
    }

    /** The members that are ticked, and nobody else, from their next invoice on. */
    @PostMapping(PAGE + "{id}/share")
    ModelAndView share(Page page, @PathVariable String id) {
        var account = account(page);
        var charge = charge(id);
        lots(account, charge);
        var form = page.form("value.share");
        var chosen =
                form.values("member").stream()
                        .map(m -> new AccountId(PrefixedIds.parse("acc", m)))
                        .toList();
        if (!form.attempt(() -> sharing.shareWith(account, charge, chosen))) {
            return show(page, charge, form);
        }
        return page.go(href(charge), chosen.isEmpty() ? "value.share.ended" : "value.share.done");
    }

    private ModelAndView show(Page page, UUID charge, Form form) {
        var account = account(page);
        return page.show(
                "value/charge",
                Map.of(
                        "form", form,
                        "href", href(charge),
                        "lots", lots(account, charge),
                        "managed", !organizations.members(account).isEmpty(),
                        "rows", rows(account, charge, page)));
    }

    /** Its members, then those who have left and used something, then the account itself. */
    private List<ShareRow> rows(AccountId account, UUID charge, Page page) {
        var used = sharing.used(account, charge);
        var now = organizations.members(account);
        var shared = sharing.members(account, charge);
        var all = new LinkedHashSet<>(now);
        all.addAll(used.keySet());
        var known = members.of(List.copyOf(all));
        var rows = new ArrayList<ShareRow>();
        for (var each : all) {
            var member = known.get(each);
            var amount = used.get(each);
            rows.add(
                    new ShareRow(
                            each.toString(),
                            each.equals(account)
                                    ? page.t("value.share.self")
                                    : member == null ? "" : member.displayName(),
                            amount == null ? "–" : page.money(amount),
                            now.contains(each),
                            shared.contains(each)));
        }
        return rows;
    }

    private List<CoinLot> lots(AccountId account, UUID charge) {
        var lots = coins.lots(account).stream().filter(l -> l.charge().equals(charge)).toList();
        if (lots.isEmpty()) {
            throw PrefixedIds.notFound();
        }
        return lots;
    }

    private static UUID charge(String id) {
        return PrefixedIds.parse("pay", id);
    }

    private static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("coins are a member's own");
        }
        return signedIn.account();
    }
}
