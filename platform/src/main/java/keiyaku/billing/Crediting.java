package keiyaku.billing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import keiyaku.billing.CreditNotes.Part;
import keiyaku.shared.Money;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import keiyaku.shared.Rounding;
import keiyaku.value.Reduction;

/** What a credit note says of an invoice: its lines and its tax (B-11). */
final class Crediting {

    private Crediting() {}

    /** What is left of every line of an invoice after the notes before. */
    static List<Part> rest(Invoice invoice, List<Invoice> before) {
        var given = given(invoice, before);
        var parts = new ArrayList<Part>();
        for (int line = 1; line <= invoice.charges().size(); line++) {
            var left = invoice.charges().get(line - 1).amount().minus(given(given, line, invoice));
            if (!left.isZero()) {
                parts.add(new Part(line, left));
            }
        }
        return parts;
    }

    /**
     * The note's lines. Refused with {@code credit-above-line} where a line has not that much left,
     * and with {@code nothing-to-credit}.
     *
     * @param occurrence what makes the note's lines different from others of the same days
     */
    static List<Charge> lines(
            Invoice invoice, List<Invoice> before, List<Part> parts, long occurrence) {
        var given = given(invoice, before);
        var lines = new ArrayList<Charge>();
        for (var part : parts) {
            if (part.line() < 1 || part.line() > invoice.charges().size()) {
                throw refused("credit-line-unknown", part.line());
            }
            var charge = invoice.charges().get(part.line() - 1);
            var left = charge.amount().minus(given(given, part.line(), invoice));
            var within =
                    left.isNegative()
                            ? part.amount().equals(left)
                            : part.amount().isPositive() && part.amount().compareTo(left) <= 0;
            if (!within) {
                throw refused("credit-above-line", part.line());
            }
            given.merge(part.line(), part.amount(), Money::plus);
            lines.add(line(invoice, part, occurrence + part.line()));
        }
        if (lines.isEmpty()) {
            throw new RefusedException(Refusal.of("nothing-to-credit"));
        }
        return lines;
    }

    /** Whether nothing is left of an invoice after notes. */
    static boolean whole(Invoice invoice, List<Invoice> notes) {
        return rest(invoice, notes).isEmpty();
    }

    /**
     * The note's sums: at the rates of the invoice, and so that all notes of a whole invoice have
     * exactly its tax, however often it was rounded on the way.
     */
    static InvoiceAmounts amounts(
            Invoice invoice, List<Invoice> before, List<Charge> lines, List<Reduction> reductions) {
        var byCategory = new TreeMap<String, Money>();
        for (var line : lines) {
            byCategory.merge(line.taxCategory(), line.amount(), Money::plus);
        }
        for (var reduction : reductions) {
            var lowered = lines.get(reduction.line() - 1);
            byCategory.merge(lowered.taxCategory(), reduction.amount().negated(), Money::plus);
        }
        var zero = Money.zero(currency(invoice));
        var taxes = new ArrayList<TaxLine>();
        var subtotal = zero;
        var tax = zero;
        for (var entry : byCategory.entrySet()) {
            var line = tax(invoice, before, entry.getKey(), entry.getValue());
            taxes.add(line);
            subtotal = subtotal.plus(line.net());
            tax = tax.plus(line.tax());
        }
        return new InvoiceAmounts(
                sum(reductions, Reduction.Kind.DISCOUNT, zero),
                sum(reductions, Reduction.Kind.CREDIT, zero),
                subtotal,
                taxes,
                tax,
                subtotal.plus(tax));
    }

    private static TaxLine tax(Invoice invoice, List<Invoice> before, String category, Money net) {
        var original = of(invoice, category);
        var left = original.net();
        var taxLeft = original.tax();
        for (var note : before) {
            for (var line : note.amounts().taxes()) {
                if (line.category().equals(category)) {
                    left = left.plus(line.net());
                    taxLeft = taxLeft.plus(line.tax());
                }
            }
        }
        var rest = left.plus(net).isZero();
        var tax = rest ? taxLeft.negated() : original.rate().of(net, Rounding.TOWARD_ZERO);
        return new TaxLine(category, original.rate(), net, tax);
    }

    private static TaxLine of(Invoice invoice, String category) {
        return invoice.amounts().taxes().stream()
                .filter(line -> line.category().equals(category))
                .findFirst()
                .orElseThrow();
    }

    private static Charge line(Invoice invoice, Part part, long occurrence) {
        var charge = invoice.charges().get(part.line() - 1);
        return new Charge(
                charge.account(),
                charge.contract(),
                charge.product(),
                ChargeKind.ADJUSTMENT,
                charge.item(),
                charge.period(),
                charge.quantity(),
                charge.taxCategory(),
                new Computation.GivenBack(
                        charge.amount(), part.amount(), invoice.number(), part.line()),
                occurrence);
    }

    private static Map<Integer, Money> given(Invoice invoice, List<Invoice> before) {
        var given = new HashMap<Integer, Money>();
        for (var note : before) {
            for (var charge : note.charges()) {
                if (charge.why() instanceof Computation.GivenBack back
                        && back.invoice().equals(invoice.number())) {
                    given.merge(back.line(), back.givenBack(), Money::plus);
                }
            }
        }
        return given;
    }

    private static Money given(Map<Integer, Money> given, int line, Invoice invoice) {
        return Objects.requireNonNullElse(given.get(line), Money.zero(currency(invoice)));
    }

    private static Currency currency(Invoice invoice) {
        return invoice.amounts().total().currency();
    }

    private static Money sum(List<Reduction> reductions, Reduction.Kind kind, Money zero) {
        return reductions.stream()
                .filter(r -> r.kind() == kind)
                .map(Reduction::amount)
                .reduce(zero, Money::plus);
    }

    private static RefusedException refused(String code, int line) {
        return new RefusedException(Refusal.of(code, Map.of("line", line)));
    }
}
