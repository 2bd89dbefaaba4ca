package keiyaku.web.payment;

import java.time.YearMonth;
import keiyaku.payment.BankAccount;
import keiyaku.payment.Payment.PaidBy;
import keiyaku.payment.PaymentMethod;
import keiyaku.payment.PaymentMethod.Mandate;
import keiyaku.payment.PaymentMethod.VirtualAccount;
import keiyaku.payment.PaymentMethod.Wallet;
import keiyaku.web.Page;
import org.jspecify.annotations.Nullable;

/** A registered method as its page shows it. */
public record MethodView(PaymentMethod method, Page page) {

    public static MethodView of(PaymentMethod method, Page page) {
        return new MethodView(method, page);
    }

    public String id() {
        return method.id().toString();
    }

    /** What it is and its last digits: Visa ···0003. */
    public String title() {
        var card = method.card();
        if (card != null) {
            return card.brand().title() + " ···" + card.last4();
        }
        return method.means() instanceof Wallet wallet
                ? page.t("payment.short.wallet", wallet.name())
                : page.t("payment.short." + method.kind().code(), method.means().ending());
    }

    /** As {@link #title()}, of the method by which a payment was made. */
    public static String title(PaidBy by, Page page) {
        var brand = by.brand();
        return brand == null
                ? page.t("payment.short." + by.kind().code(), by.last4())
                : brand.title() + " ···" + by.last4();
    }

    public boolean isDefault() {
        return method.isDefault();
    }

    public boolean isCard() {
        return method.card() != null;
    }

    /** Whether no money can come by it any more, or not yet. */
    public boolean useless() {
        return !method.means().goodIn(YearMonth.from(page.today()));
    }

    /** A card that is past its month. */
    public boolean expired() {
        return isCard() && useless();
    }

    /** The last month of a card; null for all else. */
    public @Nullable YearMonth expiry() {
        var card = method.card();
        return card == null ? null : card.expiry();
    }

    /** The state of a mandate, else how good a method is, as a key of its text. */
    public String state() {
        return method.means() instanceof Mandate mandate
                ? "payment.mandate." + mandate.state().code()
                : "payment.state." + method.kind().code();
    }

    /** Whether the cardholder was authenticated when it was registered (P-4). */
    public boolean authenticated() {
        var card = method.card();
        return card != null && card.authentication().enrolled();
    }

    /** The account to pay into; null unless it is one of deposits. */
    public @Nullable BankAccount depositAccount() {
        return method.means() instanceof VirtualAccount virtual ? virtual.bankAccount() : null;
    }

    public String href(String verb) {
        return "/my/payment-methods/" + id() + "/" + verb;
    }
}
