package keiyaku.web.value;

import java.util.Map;
import keiyaku.member.Members;
import keiyaku.shared.AccountId;
import keiyaku.value.Coupons;
import keiyaku.web.Form;
import keiyaku.web.Page;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A member's credits and discounts, and the entry of coupons (S-4). */
@Controller
class CreditController {

    private static final String PAGE = "/my/credits";

    private final Coupons coupons;
    private final ValueWords words;
    private final Members members;

    CreditController(Coupons coupons, ValueWords words, Members members) {
        this.coupons = coupons;
        this.members = members;
        this.words = words;
    }

    @GetMapping(PAGE)
    ModelAndView list(Page page) {
        return show(page, page.form("value"));
    }

    @PostMapping(PAGE)
    ModelAndView redeem(Page page) {
        var form = page.form("value");
        var code = form.required("code");
        return form.ok() && form.attempt(() -> coupons.redeem(account(page), code))
                ? page.go(PAGE, "value.redeemed")
                : show(page, form);
    }

    private ModelAndView show(Page page, Form form) {
        var account = account(page);
        return page.show(
                "value/credits",
                Map.of(
                        "form", form,
                        "name", members.member(account).displayName(),
                        "credits", words.credits(account, page),
                        "discounts", words.discounts(account, page)));
    }

    private static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("credits are a member's own");
        }
        return signedIn.account();
    }
}
