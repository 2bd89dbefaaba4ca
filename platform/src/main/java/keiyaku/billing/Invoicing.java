package keiyaku.billing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.shared.Rounding;
import keiyaku.value.Reduction;
import keiyaku.value.Reduction.Kind;

/**
 * How charges, lowered by discounts and credits, become an invoice's sums (B-9): per tax rate,
 * rounded once, toward zero.
 */
final class Invoicing {

    private Invoicing() {}

    static InvoiceAmounts amounts(
            Currency currency,
            List<Charge> charges,
            List<Reduction> reductions,
            Function<String, Rate> rateOf) {
        var byCategory = new TreeMap<String, Money>();
        for (var charge : charges) {
            byCategory.merge(charge.taxCategory(), charge.amount(), Money::plus);
        }
        for (var reduction : reductions) {
            var lowered = charges.get(reduction.line() - 1);
            byCategory.merge(lowered.taxCategory(), reduction.amount().negated(), Money::plus);
        }
        var zero = Money.zero(currency);
        var taxes = new ArrayList<TaxLine>();
        var subtotal = zero;
        var tax = zero;
        for (var entry : byCategory.entrySet()) {
            var rate = rateOf.apply(entry.getKey());
            var line =
                    new TaxLine(
                            entry.getKey(),
                            rate,
                            entry.getValue(),
                            rate.of(entry.getValue(), Rounding.TOWARD_ZERO));
            taxes.add(line);
            subtotal = subtotal.plus(line.net());
            tax = tax.plus(line.tax());
        }
        return new InvoiceAmounts(
                sum(reductions, Kind.DISCOUNT, zero),
                sum(reductions, Kind.CREDIT, zero),
                subtotal,
                taxes,
                tax,
                subtotal.plus(tax));
    }

    private static Money sum(List<Reduction> reductions, Kind kind, Money zero) {
        return reductions.stream()
                .filter(r -> r.kind() == kind)
                .map(Reduction::amount)
                .reduce(zero, Money::plus);
    }
}
