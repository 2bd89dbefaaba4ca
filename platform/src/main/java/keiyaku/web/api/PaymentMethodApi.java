package keiyaku.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import keiyaku.payment.AccountType;
import keiyaku.payment.BankAccount;
import keiyaku.payment.MethodId;
import keiyaku.payment.PaymentMethod;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Methods that need no form of another company: direct debit and deposits (P-1, P-7, P-8). A card
 * is typed into the acquirer's form, a wallet linked by its own login, both in a browser.
 */
@RestController
@RequestMapping("/api/v1/payment-methods")
class PaymentMethodApi {

    private final PaymentMethods methods;
    private final Posts posts;

    PaymentMethodApi(PaymentMethods methods, Posts posts) {
        this.methods = methods;
        this.posts = posts;
    }

    private record Debit(BankAccount from, String holder) {}

    @PostMapping
    ResponseEntity<String> register(
            Page page,
            HttpServletRequest request,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var json = body == null ? "" : body;
        return posts.onceOutside(
                request,
                account,
                json,
                () -> Answer.json(201, Views.method(registered(account, json))));
    }

    /**
     * Where the member logs in to its wallet, in a browser that is logged in here as well (P-9).
     */
    @PostMapping("/wallet")
    ResponseEntity<String> beginWallet(Page page, HttpServletRequest request) {
        var account = Caller.account(page);
        var here = URI.create(request.getRequestURL().toString());
        var back = here.resolve("/my/payment-methods/wallet/back");
        return posts.onceOutside(
                request,
                account,
                "",
                () ->
                        Answer.json(
                                201,
                                Views.object(
                                        "object",
                                        "wallet-link",
                                        "login",
                                        methods.beginWallet(account, back))));
    }

    /** Another one is paid with from now on, or one is not wanted any more (P-5). */
    @PostMapping("/{id}/{verb:default|remove}")
    ResponseEntity<String> change(
            Page page,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String verb) {
        var account = Caller.account(page);
        var method = new MethodId(PrefixedIds.parse("met", id));
        if (methods.of(account).stream().noneMatch(m -> m.id().equals(method))) {
            throw PrefixedIds.notFound();
        }
        return posts.onceOutside(
                request,
                account,
                "",
                () -> {
                    if (verb.equals("default")) {
                        methods.setDefault(account, method);
                    } else {
                        methods.remove(account, method);
                    }
                    return Answer.json(
                            200,
                            new ListAnswer(
                                    "list",
                                    "/api/v1/payment-methods",
                                    false,
                                    methods.of(account).stream().map(Views::method).toList()));
                });
    }

    private PaymentMethod registered(AccountId account, String json) {
        var debit = Body.read(json, PaymentMethodApi::debit);
        return debit == null
                ? methods.useDeposit(account)
                : methods.requestDebit(account, debit.from(), debit.holder());
    }

    /** Null when deposits are asked for. */
    private static @Nullable Debit debit(Body body) {
        return switch (body.text("kind")) {
            case "deposit" -> null;
            case "direct-debit" -> new Debit(from(body), body.text("holder"));
            default -> throw new BadInputException("kind", "method-kind");
        };
    }

    /** Named by an IBAN where the provider's country has them. */
    private static BankAccount from(Body body) {
        var iban = body.optionalText("iban");
        return iban.isPresent()
                ? BankAccount.ofIban(iban.get(), body.optionalText("bic").orElse(""))
                : new BankAccount(
                        body.text("bankCode"),
                        "",
                        body.text("branchCode"),
                        "",
                        AccountType.ofCode(body.optionalText("accountType").orElse("1"))
                                .orElse(AccountType.ORDINARY),
                        body.text("accountNumber"));
    }
}
