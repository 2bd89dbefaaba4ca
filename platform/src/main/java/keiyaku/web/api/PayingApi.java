package keiyaku.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Receivables;
import keiyaku.payment.Payment;
import keiyaku.payment.Payments;
import keiyaku.shared.BadInputException;
import keiyaku.shared.InvoiceId;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is open of an invoice, paid at once by the default method or from the wallet (P-9). */
@RestController
@RequestMapping("/api/v1/invoices")
class PayingApi {

    private final Payments payments;
    private final Receivables receivables;
    private final Posts posts;

    PayingApi(Payments payments, Receivables receivables, Posts posts) {
        this.payments = payments;
        this.receivables = receivables;
        this.posts = posts;
    }

    @PostMapping("/{id}/pay")
    ResponseEntity<String> pay(
            Page page,
            HttpServletRequest request,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var invoice = new InvoiceId(PrefixedIds.parse("inv", id));
        if (!receivables.of(account, List.of(invoice)).containsKey(invoice)) {
            throw PrefixedIds.notFound();
        }
        var json = body == null ? "" : body;
        return posts.onceOutside(
                request,
                account,
                json,
                () -> {
                    var by = Body.read(json, b -> b.optionalText("by").orElse("method"));
                    return Answer.json(
                            200,
                            payment(
                                    switch (by) {
                                        case "method" -> payments.payNow(account, invoice);
                                        case "wallet" -> payments.payFromWallet(account, invoice);
                                        default -> throw new BadInputException("by", "choice");
                                    }));
                });
    }

    private static Map<String, Object> payment(Payment payment) {
        return Views.object(
                "object", "payment",
                "state", payment.state().code(),
                "currency", payment.amount().currency().getCurrencyCode(),
                "amount", payment.amount(),
                "at", payment.at());
    }
}
