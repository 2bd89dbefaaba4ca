package keiyaku.web.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import keiyaku.billing.Charge;
import keiyaku.billing.InvoiceAmounts;
import keiyaku.billing.TaxLine;
import keiyaku.contract.Quote;
import keiyaku.shared.Money;
import keiyaku.web.Page;
import keiyaku.web.billing.InvoiceWords;
import keiyaku.web.part.BreakdownLine;
import org.jspecify.annotations.Nullable;

/**
 * A quote as a page shows it (C-11).
 *
 * @param total tax included; null when nothing is charged or given back
 * @param nextChargeOn null when nothing is charged after that
 */
public record QuoteView(
        List<BreakdownLine> lines,
        @Nullable Money total,
        LocalDate effectiveOn,
        @Nullable LocalDate nextChargeOn,
        String fingerprint) {

    static QuoteView of(Page page, InvoiceWords words, Quote quote) {
        var lines = new ArrayList<BreakdownLine>();
        quote.charges().forEach(charge -> lines.add(line(page, words, charge)));
        var amounts = quote.amounts();
        if (amounts != null) {
            takenOff(page, amounts, lines);
            amounts.taxes().stream()
                    .filter(tax -> !tax.rate().equals(keiyaku.shared.Rate.ZERO))
                    .forEach(tax -> lines.add(tax(page, tax)));
        }
        return new QuoteView(
                lines,
                amounts == null ? null : amounts.total(),
                quote.effectiveOn(),
                quote.nextChargeOn(),
                quote.fingerprint());
    }

    public boolean costs() {
        return total != null && total.isPositive();
    }

    public boolean givesBack() {
        return total != null && total.isNegative();
    }

    /** What is paid or given back, without a sign; only where there is something. */
    public Money amount() {
        if (total == null) {
            throw new IllegalStateException("nothing is charged");
        }
        return total.abs();
    }

    private static BreakdownLine line(Page page, InvoiceWords words, Charge charge) {
        var label =
                page.t(
                        "contract.charge." + charge.kind().code(),
                        charge.period(),
                        charge.quantity());
        var named = words.option(charge).map(option -> option + " · " + label).orElse(label);
        return new BreakdownLine(named, charge.amount(), words.why(charge));
    }

    private static void takenOff(Page page, InvoiceAmounts amounts, List<BreakdownLine> lines) {
        if (!amounts.discount().isZero()) {
            lines.add(BreakdownLine.of(page.t("contract.charge.discount"), amounts.discount()));
        }
        if (!amounts.credit().isZero()) {
            lines.add(BreakdownLine.of(page.t("contract.charge.credit"), amounts.credit()));
        }
    }

    private static BreakdownLine tax(Page page, TaxLine tax) {
        return BreakdownLine.of(
                page.t("contract.charge.tax", tax.rate()),
                tax.tax(),
                page.t("contract.why.tax", tax.net(), tax.rate(), tax.tax()));
    }
}
