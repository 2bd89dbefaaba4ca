package keiyaku.web.api;

import jakarta.servlet.http.HttpServletRequest;
import keiyaku.payment.AccountType;
import keiyaku.payment.BankAccount;
import keiyaku.payment.PaymentMethod;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
