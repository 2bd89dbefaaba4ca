package keiyaku.web.api;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Charge;
import keiyaku.billing.InvoiceAmounts;
import keiyaku.member.Member;
import keiyaku.payment.PaymentMethod;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.web.billing.InvoiceWords;
import org.jspecify.annotations.Nullable;

/** How money, days and the things of billing and member look as JSON. Amounts are minor units. */
final class Views {

    private Views() {}

    /** An object in the order of writing; what is null is left out. */
    static Map<String, Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(namesAndValues[i]), written(value));
            }
        }
        return object;
    }

    static Object written(Object value) {
        return switch (value) {
            case Money money -> money.minor();
            case Number number -> number;
            case Boolean bool -> bool;
            case Map<?, ?> map -> map;
            case List<?> list -> list;
            default -> value.toString();
        };
    }

    /** First and last day. */
    static Map<String, Object> period(Period period) {
        return object("from", period.start(), "to", period.lastDay());
    }

    static Map<String, Object> member(Member member) {
        return object(
                "object", "member",
                "id", member.account(),
                "type", member.type().code(),
                "name", member.displayName(),
                "country", member.country(),
                "language", member.language().tag(),
                "email", member.email(),
                "phone", member.phone(),
                "since", member.since());
    }

    static Map<String, Object> method(PaymentMethod method) {
        return object(
                "object", "payment-method",
                "id", method.id(),
                "kind", method.kind().code(),
                "brand", brand(method),
                "last4", method.means().ending(),
                "expiry", expiry(method),
                "state", state(method),
                "account", account(method),
                "default", method.isDefault(),
                "registeredAt", method.registeredAt());
    }

    /** Where to pay deposits to. */
    private static @Nullable Map<String, Object> account(PaymentMethod method) {
        if (!(method.means() instanceof PaymentMethod.VirtualAccount virtual)) {
            return null;
        }
        var to = virtual.bankAccount();
        return object(
                "bankCode", to.bankCode(),
                "branchCode", to.branchCode(),
                "accountType", to.type().code(),
                "accountNumber", to.number());
    }

    private static @Nullable String brand(PaymentMethod method) {
        var card = method.card();
        return card == null ? null : card.brand().code();
    }

    private static @Nullable YearMonth expiry(PaymentMethod method) {
        var card = method.card();
        return card == null ? null : card.expiry();
    }

    private static @Nullable String state(PaymentMethod method) {
        return method.means() instanceof PaymentMethod.Mandate mandate
                ? mandate.state().code()
                : null;
    }

    static Map<String, Object> amounts(InvoiceAmounts amounts) {
        return object(
                "currency", amounts.total().currency().getCurrencyCode(),
                "discount", amounts.discount(),
                "credit", amounts.credit(),
                "subtotal", amounts.subtotal(),
                "taxes",
                        amounts.taxes().stream()
                                .map(
                                        t ->
                                                object(
                                                        "category", t.category(),
                                                        "rate", t.rate(),
                                                        "net", t.net(),
                                                        "tax", t.tax()))
                                .toList(),
                "tax", amounts.tax(),
                "total", amounts.total());
    }

    static Map<String, Object> line(Charge charge, InvoiceWords words) {
        return object(
                "kind", charge.kind().code(),
                "text", words.what(charge),
                "contract", charge.contract(),
                "product", charge.product(),
                "item", charge.item(),
                "from", charge.period().start(),
                "to", charge.period().lastDay(),
                "quantity", charge.measured(),
                "amount", charge.amount(),
                "taxCategory", charge.taxCategory(),
                "why", why(charge, words));
    }

    private static Map<String, Object> why(Charge charge, InvoiceWords words) {
        var figures = new LinkedHashMap<String, Object>();
        InvoiceWords.facts(charge.why()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> figures.put(fact.getKey(), written(fact.getValue())));
        return object("rule", charge.why().rule(), "figures", figures, "text", words.why(charge));
    }
}
