package keiyaku.web.api;

import java.util.List;
import java.util.Map;
import keiyaku.payment.CoinPayment;
import keiyaku.value.CoinLot;
import keiyaku.value.CoinUse;
import keiyaku.value.Coupons;
import keiyaku.value.Credit;
import keiyaku.value.CreditMovement;
import keiyaku.value.Discount;
import keiyaku.value.Discounts;
import org.jspecify.annotations.Nullable;

/** How stored value looks as JSON. */
final class ValueViews {

    private ValueViews() {}

    static Map<String, Object> credit(Credit credit, List<CreditMovement> history) {
        return Views.object(
                "object", "credit",
                "id", credit.id(),
                "name", credit.name(),
                "kind", credit.kind().code(),
                "granted", credit.granted(),
                "balance", credit.balance(),
                "from", credit.from(),
                "to", credit.to(),
                "products", credit.products().codes(),
                "history", history.stream().map(ValueViews::movement).toList());
    }

    private static Map<String, Object> movement(CreditMovement movement) {
        return Views.object(
                "kind", movement.kind().code(),
                "amount", movement.amount(),
                "invoice", movement.invoice(),
                "line", movement.line(),
                "at", movement.at());
    }

    static Map<String, Object> discount(Discount discount, List<Discounts.Applied> applied) {
        var until = discount.until();
        return Views.object(
                "object", "discount",
                "id", discount.id(),
                "name", discount.name(),
                "rate", discount.off() instanceof Discount.RateOff off ? off.rate() : null,
                "amount", discount.off() instanceof Discount.AmountOff off ? off.amount() : null,
                "from", discount.from(),
                "to", until == null ? null : until.minusDays(1),
                "products", discount.products().codes(),
                "plan", discount.condition().plan(),
                "minimum", discount.condition().minimum(),
                "source", discount.source(),
                "history", applied.stream().map(ValueViews::applied).toList());
    }

    private static Map<String, Object> applied(Discounts.Applied applied) {
        return Views.object(
                "invoice", applied.invoice(),
                "line", applied.reduction().line(),
                "amount", applied.reduction().amount());
    }

    static Map<String, Object> granted(Coupons.Granted granted) {
        @Nullable Credit credit = granted.credit();
        @Nullable Discount discount = granted.discount();
        return Views.object(
                "object", "coupon",
                "credit", credit == null ? null : credit(credit, List.of()),
                "discount", discount == null ? null : discount(discount, List.of()));
    }

    static Map<String, Object> lot(CoinLot lot) {
        return Views.object(
                "id", lot.id(),
                "charge", "pay_" + lot.charge().toString().replace("-", ""),
                "kind", lot.kind().code(),
                "amount", lot.amount(),
                "remaining", lot.remaining(),
                "chargedAt", lot.chargedAt(),
                "expiresAt", lot.expiresAt());
    }

    static Map<String, Object> charge(CoinPayment charge) {
        return Views.object(
                "object", "coin-charge",
                "id", charge.id(),
                "amount", charge.amount(),
                "method", charge.kind().code(),
                "state", charge.state().code(),
                "reason", charge.reason(),
                "at", charge.at());
    }

    static Map<String, Object> use(CoinUse use) {
        return Views.object(
                "invoice", use.invoice(),
                "of", use.of(),
                "kind", use.kind().code(),
                "amount", use.amount(),
                "at", use.at());
    }
}
