package keiyaku.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.shared.Money;
import keiyaku.value.Reckoning.CreditUsed;
import keiyaku.value.Reckoning.GivenBack;
import keiyaku.value.Reduction.Kind;

/**
 * What lowers the charges of a bill (B-9): first what is given back returns to where it came from
 * (B-6), then discounts lower the prices, then credits what is left. A fee is lowered by nothing.
 */
final class Lowering {

    private final LocalDate on;
    private final Holdings holdings;
    private final List<Reduction> made = new ArrayList<>();
    private final Map<Integer, Money> left = new HashMap<>();

    private Lowering(Bill bill, Holdings holdings) {
        this.on = bill.on();
        this.holdings = holdings;
        bill.lines().forEach(line -> left.put(line.number(), line.amount()));
    }

    /** The reductions of a bill, in order; the holdings are as they are after them. */
    static List<Reduction> of(Bill bill, Holdings holdings) {
        var lowering = new Lowering(bill, holdings);
        bill.lines().forEach(lowering::giveBack);
        var lowered = bill.lines().stream().filter(Line::canBeLowered).toList();
        lowered.forEach(lowering::discount);
        lowered.forEach(lowering::credit);
        return lowering.made;
    }

    private void giveBack(Line line) {
        var reversed = line.reversed();
        if (reversed == null || !line.amount().isNegative()) {
            return;
        }
        var givenBack = line.amount().abs();
        var before = Money.zero(givenBack.currency());
        for (var lowered : reversed.reductions()) {
            var why = new GivenBack(lowered.amount(), before, givenBack, reversed.charged());
            add(line, lowered.kind(), lowered.grant(), lowered.name(), why);
            before = before.plus(lowered.amount());
        }
    }

    private void discount(Line line) {
        for (var discount : holdings.discounts()) {
            if (discount.isFor(line)) {
                add(line, Kind.DISCOUNT, discount.id(), discount.name(), reckon(discount, line));
            }
        }
    }

    private Reckoning reckon(Discount discount, Line line) {
        return switch (discount.off()) {
            case Discount.RateOff off -> new Reckoning.RateOff(left(line), off.rate());
            case Discount.AmountOff off ->
                    new Reckoning.AmountOff(
                            left(line), off.amount(), line.share().days(), line.share().ofDays());
        };
    }

    private void credit(Line line) {
        for (var credit : holdings.credits()) {
            if (credit.products().include(line.product()) && credit.isValidOn(on)) {
                var why = new CreditUsed(left(line), credit.balance());
                add(line, Kind.CREDIT, credit.id(), credit.name(), why);
            }
        }
    }

    /** What would lower nothing leaves no line. */
    private void add(Line line, Kind kind, UUID grant, String name, Reckoning why) {
        var amount = why.result();
        if (amount.isZero()) {
            return;
        }
        made.add(new Reduction(line.number(), made.size() + 1, kind, grant, name, why));
        left.merge(line.number(), amount, Money::minus);
        if (kind == Kind.CREDIT && (amount.isPositive() || isStillValid(grant))) {
            holdings.use(grant, amount);
        }
    }

    /** What returns to a credit that is over by now lapses with it (B-6). */
    private boolean isStillValid(UUID grant) {
        var credit = holdings.credit(grant);
        return credit != null && credit.isValidOn(on);
    }

    private Money left(Line line) {
        return left.getOrDefault(line.number(), line.amount());
    }
}
