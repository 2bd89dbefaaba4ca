package keiyaku.web.payment;

import java.time.YearMonth;
import keiyaku.payment.PaymentMethod;
import keiyaku.web.Page;

/** A registered card as its page shows it. */
public record MethodView(PaymentMethod method, boolean expired) {

    static MethodView of(PaymentMethod method, Page page) {
        var month = YearMonth.from(page.today());
        return new MethodView(method, method.card().expired(month));
    }

    public String id() {
        return method.id().toString();
    }

    /** The brand and the last digits: Visa ···0003. */
    public String title() {
        return method.card().brand().title() + " ···" + method.card().last4();
    }

    public boolean isDefault() {
        return method.isDefault();
    }

    public YearMonth expiry() {
        return method.card().expiry();
    }

    /** Whether the cardholder was authenticated when it was registered (P-4). */
    public boolean authenticated() {
        return method.authentication().enrolled();
    }

    public String href(String verb) {
        return "/my/payment-methods/" + id() + "/" + verb;
    }
}
