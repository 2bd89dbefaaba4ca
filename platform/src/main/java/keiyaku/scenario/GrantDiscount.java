package keiyaku.scenario;

import java.util.Set;
import keiyaku.catalog.Catalogs;
import keiyaku.shared.Rate;
import keiyaku.value.Discount;
import keiyaku.value.DiscountGrant;
import keiyaku.value.Discounts;
import org.springframework.stereotype.Component;

/** grant-discount: an operator grants a rate or an amount off, from the step's day (S-3). */
@Component
class GrantDiscount implements Verb {

    private final Discounts discounts;
    private final Catalogs catalogs;

    GrantDiscount(Discounts discounts, Catalogs catalogs) {
        this.discounts = discounts;
        this.catalogs = catalogs;
    }

    @Override
    public String name() {
        return "grant-discount";
    }

    @Override
    public Set<String> fields() {
        return Set.of("member", "amount", "rate", "products", "from", "to", "months");
    }

    @Override
    public String says() {
        return "an operator grants a discount: amount, or rate such as 20%; to is its last day";
    }

    @Override
    public void perform(World world, Step step) {
        discounts.grant(
                new DiscountGrant(
                        world.citizen(step).account(),
                        "support",
                        off(step),
                        Granted.products(step),
                        Discount.Condition.NONE,
                        step.dayOr("from", step.day()),
                        step.node().has("to") ? step.node().date("to") : null,
                        Granted.months(step),
                        "scenario"));
    }

    private Discount.Off off(Step step) {
        var node = step.node();
        if (node.has("rate") == node.has("amount")) {
            throw node.error("a discount has either 'rate' or 'amount'");
        }
        return node.has("rate")
                ? new Discount.RateOff(node.child("rate").as(Rate::parse))
                : new Discount.AmountOff(Granted.amount(node.child("amount"), catalogs));
    }
}
