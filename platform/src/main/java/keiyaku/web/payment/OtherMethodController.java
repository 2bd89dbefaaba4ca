package keiyaku.web.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import keiyaku.payment.AccountType;
import keiyaku.payment.BankAccount;
import keiyaku.payment.MethodKind;
import keiyaku.payment.PaymentMethod;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.part.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Direct debit, deposits and the wallet: registered by the member itself (P-7 to P-9). */
@Controller
class OtherMethodController {

    private static final String PAGE = "/my/payment-methods";
    private static final String DEBIT = PAGE + "/direct-debit";
    private static final String BACK = PAGE + "/wallet/back";

    private final PaymentMethods methods;

    OtherMethodController(PaymentMethods methods) {
        this.methods = methods;
    }

    @GetMapping(DEBIT)
    ModelAndView ask(Page page) {
        methods.requireAllowed(account(page), MethodKind.DIRECT_DEBIT);
        return show(page, form(page).fill("accountType", "1"));
    }

    @PostMapping(DEBIT)
    ModelAndView request(Page page) {
        var form = form(page);
        var from = from(form);
        var holder = form.required("holder");
        var done = new AtomicReference<PaymentMethod>();
        if (!form.attempt(() -> done.set(methods.requestDebit(account(page), from, holder)))) {
            return show(page, form);
        }
        var method = done.get();
        var ready = method != null && method.isDefault();
        return page.go(PAGE, ready ? "payment.debit.registered" : "payment.debit.requested");
    }

    @PostMapping(PAGE + "/deposit")
    ModelAndView useDeposit(Page page) {
        methods.useDeposit(account(page));
        return page.go(PAGE, "payment.deposit.used");
    }

    /** To the wallet's own login; a link, since a form may not lead to another site. */
    @GetMapping(PAGE + "/wallet")
    ModelAndView toWallet(
            Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String back) {
        request.getSession().setAttribute(BACK, WayBack.of(back));
        var here = URI.create(request.getRequestURL().toString());
        var login = methods.beginWallet(account(page), here.resolve(BACK));
        // The wallet speaks the member's language, whatever its browser asks for (OpenID Connect).
        return new ModelAndView(new RedirectView(login + "&ui_locales=" + page.lang()));
    }

    /** The browser comes back with a code, or without one when the holder said no. */
    @GetMapping(BACK)
    ModelAndView fromWallet(
            Page page,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String code) {
        var to = wayBack(request);
        if (code == null) {
            return page.go(to, "payment.wallet.not-allowed");
        }
        methods.completeWallet(account(page), state, code);
        return page.go(to, "payment.wallet.linked");
    }

    private Form form(Page page) {
        return page.form(methods.debitsByIban() ? "payment.debit-iban" : "payment.debit");
    }

    /** Outside Japan an account is its IBAN, and the holder signs the mandate here. */
    private BankAccount from(Form form) {
        return methods.debitsByIban()
                ? BankAccount.ofIban(form.required("iban"), form.value("bic"))
                : new BankAccount(
                        form.required("bankCode"),
                        "",
                        form.required("branchCode"),
                        "",
                        AccountType.ofCode(form.value("accountType")).orElse(AccountType.ORDINARY),
                        form.required("accountNumber"));
    }

    /** Kept in the session, since a wallet takes browsers back to one address only. */
    private static String wayBack(HttpServletRequest request) {
        var session = request.getSession();
        var kept = session.getAttribute(BACK);
        session.removeAttribute(BACK);
        return kept instanceof String to ? to : PAGE;
    }

    private ModelAndView show(Page page, Form form) {
        return methods.debitsByIban()
                ? page.show("payment/direct-debit-iban", Map.of("page", page, "form", form))
                : page.show(
                        "payment/direct-debit",
                        Map.of("page", page, "form", form, "types", types(page)));
    }

    private static List<Option> types(Page page) {
        return Stream.of(AccountType.ORDINARY, AccountType.CURRENT)
                .map(type -> Option.of(type.code(), page.t("payment.account-type." + type.code())))
                .toList();
    }

    private static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("payment methods are a member's own");
        }
        return signedIn.account();
    }
}
