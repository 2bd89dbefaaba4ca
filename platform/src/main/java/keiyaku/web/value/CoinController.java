package keiyaku.web.value;

import java.util.List;
import java.util.Map;
import keiyaku.billing.Receivables;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.CoinCharges;
import keiyaku.payment.CoinPayment;
import keiyaku.payment.PaymentMethods;
import keiyaku.payment.PaymentState;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.usage.Estimates;
import keiyaku.value.CoinSharing;
import keiyaku.value.Coins;
import keiyaku.web.Form;
import keiyaku.web.Page;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A member's coins: what is held, charging, and the histories by month (S-8). */
@Controller
class CoinController {

    private static final String PAGE = "/my/coins";

    private final Coins coins;
    private final CoinCharges charges;
    private final Receivables receivables;
    private final CoinWords words;
    private final Catalogs catalogs;
    private final Estimates estimates;
    private final CoinSharing sharing;
    private final PaymentMethods methods;

    CoinController(
            Coins coins,
            CoinCharges charges,
            Receivables receivables,
            CoinWords words,
            Catalogs catalogs,
            Estimates estimates,
            CoinSharing sharing,
            PaymentMethods methods) {
        this.coins = coins;
        this.charges = charges;
        this.receivables = receivables;
        this.words = words;
        this.catalogs = catalogs;
        this.estimates = estimates;
        this.sharing = sharing;
        this.methods = methods;
    }

    @GetMapping(PAGE)
    ModelAndView list(Page page) {
        return show(page, page.form("value.coins"));
    }

    @PostMapping(PAGE + "/charge")
    ModelAndView charge(Page page) {
        var form = page.form("value.coins");
        var entered =
                form.value("amount").equals(CoinWords.OTHER)
                        ? form.number("other")
                        : form.number("amount");
        if (!form.ok()) {
            return show(page, form);
        }
        var amount = new Money(entered, catalogs.current().provider().currency());
        var arrived = new boolean[1];
        var done =
                form.attempt(
                        () ->
                                arrived[0] =
                                        charged(page, form, amount).state()
                                                == PaymentState.CAPTURED);
        if (!done) {
            return show(page, form);
        }
        return page.go(PAGE, arrived[0] ? "value.coins.charged" : "value.coins.on-its-way");
    }

    @PostMapping(PAGE + "/automatic")
    ModelAndView automatic(Page page) {
        var on = page.form("value.coins").checked("on");
        coins.automatic(account(page), on);
        return page.go(PAGE, on ? "value.coins.automatic.now-on" : "value.coins.automatic.now-off");
    }

    /** By card, unless the member chose what is kept for it. */
    private CoinPayment charged(Page page, Form form, Money amount) {
        return form.value("by").equals("balance")
                ? charges.chargeFromBalance(account(page), amount)
                : charges.charge(account(page), amount);
    }

    private ModelAndView show(Page page, Form form) {
        var account = account(page);
        var rules = coins.rules();
        var kept = receivables.kept(account, catalogs.current().provider().currency());
        return page.show(
                "value/coins",
                Map.ofEntries(
                        Map.entry("form", form),
                        Map.entry("held", coins.of(account)),
                        Map.entry("estimate", estimates.thisMonth(account, page.zone()).soFar()),
                        Map.entry("automatic", coins.automatic(account)),
                        Map.entry("kept", kept),
                        Map.entry("shared", sharing.isSharedWith(account)),
                        Map.entry("byCard", hasCard(account)),
                        Map.entry(
                                "offered", rules.map(r -> words.offers(r, page)).orElse(List.of())),
                        Map.entry("charges", words.charges(account, page)),
                        Map.entry("uses", words.uses(account, page))));
    }

    private boolean hasCard(AccountId account) {
        return methods.of(account).stream().anyMatch(m -> m.card() != null);
    }

    private static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("coins are a member's own");
        }
        return signedIn.account();
    }
}
