package keiyaku.web.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import keiyaku.billing.Charge;
import keiyaku.billing.Computation;
import keiyaku.billing.Computation.EarlyTermination;
import keiyaku.billing.Computation.Metered;
import keiyaku.billing.Computation.MeteredLate;
import keiyaku.billing.Computation.Part;
import keiyaku.billing.Computation.RemainingDays;
import keiyaku.billing.Computation.UnusedDays;
import keiyaku.billing.Computation.WholePeriod;
import keiyaku.billing.Consolidation;
import keiyaku.billing.Invoice;
import keiyaku.billing.Rating;
import keiyaku.billing.TaxCategories;
import keiyaku.billing.TaxLine;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Meter;
import keiyaku.catalog.Plan;
import keiyaku.payment.PaymentState;
import keiyaku.shared.Text;
import keiyaku.value.Reckoning;
import keiyaku.value.Reduction;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;

/** The words of an invoice's lines and sums, and why each amount is what it is (B-14). */
public final class InvoiceWords {

    private static final String REDUCED = "reduced";

    private final Page page;
    private final Catalog catalog;

    public InvoiceWords(Page page, Catalog catalog) {
        this.page = page;
        this.catalog = catalog;
    }

    /** What is charged: "Works Basic, fee". A product that is no longer offered keeps its code. */
    public String what(Charge charge) {
        return page.t("billing.line", item(charge), page.t("billing.kind." + charge.kind().code()));
    }

    /** The option that a charge is for; empty when it is for the product itself. */
    public Optional<String> option(Charge charge) {
        return catalog.product(charge.product())
                .flatMap(p -> p.option(charge.item()))
                .map(o -> o.name().in(page.language()));
    }

    private String item(Charge charge) {
        if (charge.product().equals(Consolidation.PRODUCT)) {
            return page.t("billing.consolidated", charge.item());
        }
        var product = catalog.product(charge.product());
        var name = product.map(p -> p.name()).orElse(Text.english(charge.product()));
        var plan =
                product.flatMap(p -> p.plan(charge.item()).map(Plan::name))
                        .or(() -> product.flatMap(p -> p.meter(charge.item()).map(Meter::name)))
                        .or(() -> product.flatMap(p -> p.option(charge.item())).map(o -> o.name()))
                        .orElse(Text.english(charge.item()));
        return name.in(page.language()) + " " + plan.in(page.language());
    }

    /** What lowered a line of an invoice, and by which figures (B-14). */
    public List<String> lowered(List<Reduction> reductions, int line) {
        return reductions.stream().filter(r -> r.line() == line).map(this::lowered).toList();
    }

    private String lowered(Reduction reduction) {
        var amount = reduction.amount().negated();
        return switch (reduction.why()) {
            case Reckoning.RateOff off ->
                    page.t(
                            "billing.lowered.rate-off",
                            reduction.name(),
                            page.formats().rate(off.rate()),
                            off.base(),
                            amount);
            case Reckoning.AmountOff off ->
                    page.t("billing.lowered.amount-off", reduction.name(), amount);
            case Reckoning.CreditUsed used ->
                    page.t("billing.lowered.credit-used", reduction.name(), amount);
            case Reckoning.GivenBack back ->
                    page.t(
                            "billing.lowered.given-back",
                            reduction.name(),
                            back.covered(),
                            back.charged(),
                            amount);
        };
    }

    /** Why a document was corrected: our own reasons by their text, an operator's as written. */
    public String reason(String reason) {
        return reason.equals("transfer-lapsed") ? page.t("billing.reason.transfer-lapsed") : reason;
    }

    /** Whether the line carries the mark of the reduced rate (B-13). */
    public boolean isReduced(Charge charge) {
        return charge.taxCategory().equals(REDUCED);
    }

    public boolean anyReduced(Invoice invoice) {
        return invoice.charges().stream().anyMatch(this::isReduced);
    }

    /** What of a sum's category: "10% taxable", "outside tax". */
    public String category(TaxLine line) {
        return switch (line.category()) {
            case TaxCategories.OUTSIDE -> page.t("billing.tax.outside");
            case TaxCategories.EXPORT -> page.t("billing.tax.export");
            case REDUCED -> page.t("billing.tax.reduced", line.rate());
            default -> page.t("billing.tax.rate", line.rate());
        };
    }

    /** How a try to collect stands. */
    public Tone tone(PaymentState state) {
        return switch (state) {
            case CAPTURED -> Tone.GOOD;
            case REFUSED, REVERSED -> Tone.BAD;
            case TRYING, UNKNOWN, SENT -> Tone.WAITING;
        };
    }

    /** How a line's amount came about, a sentence a step. */
    public List<String> why(Charge charge) {
        return why(charge.why());
    }

    /** The same of a computation that is not charged yet. */
    public List<String> why(Computation why) {
        return Stream.concat(
                        Stream.of(page.t("billing.why." + why.rule(), facts(why))),
                        more(why).stream())
                .toList();
    }

    private List<String> more(Computation why) {
        return switch (why) {
            case EarlyTermination fee ->
                    Stream.of("enjoyed", "remaining", "sum")
                            .filter(step -> fee.withDiscount() || !step.equals("enjoyed"))
                            .map(s -> page.t("billing.why." + why.rule() + "." + s, facts(why)))
                            .toList();
            case WholePeriod whole -> List.of();
            case Part part -> List.of(page.t("billing.why.part-of-term.sum", facts(why)));
            case UnusedDays unused -> List.of(page.t("billing.why.unused-days.sum", facts(why)));
            case RemainingDays remaining -> List.of();
            case Computation.GivenBack back -> List.of();
            case Metered metered -> steps(metered);
            case MeteredLate late -> late(late);
        };
    }

    private List<String> steps(Metered metered) {
        var steps = metered.steps();
        var scheme = metered.scheme().code();
        var told = new ArrayList<String>();
        for (var step : steps) {
            told.add(
                    page.t(
                            "billing.why.metered." + scheme,
                            Map.of(
                                    "quantity", step.quantity(),
                                    "price", step.price(),
                                    "amount",
                                            new Rating.UnitPrice(
                                                    step.exactly(), metered.currency()))));
        }
        told.add(page.t("billing.why.metered.sum", facts(metered)));
        return told;
    }

    /** How the whole month is rated now, then what of it was billed before. */
    private List<String> late(MeteredLate late) {
        return Stream.concat(
                        steps(late.month()).stream(),
                        Stream.of(page.t("billing.why.metered-late.sum", facts(late))))
                .toList();
    }

    /** A computation's figures by name. */
    public static Map<String, Object> facts(Computation why) {
        return switch (why) {
            case WholePeriod w ->
                    Map.of("price", w.unitPrice(), "quantity", w.quantity(), "result", w.result());
            case Part p ->
                    Map.of(
                            "price", p.unitPrice(),
                            "quantity", p.quantity(),
                            "whole", p.unitPrice().times(p.quantity()),
                            "part", p.part(),
                            "parts", p.parts(),
                            "before", p.part() - 1,
                            "result", p.result());
            case UnusedDays u ->
                    Map.of(
                            "charged", u.charged(),
                            "days", u.days(),
                            "used", u.days() - u.unusedDays(),
                            "unused", u.unusedDays(),
                            "kept", u.charged().plus(u.result()),
                            "result", u.result().abs());
            case RemainingDays r ->
                    Map.of(
                            "price", r.periodPrice(),
                            "days", r.days(),
                            "remaining", r.remainingDays(),
                            "result", r.result());
            case EarlyTermination e -> fee(e);
            case Computation.GivenBack g ->
                    Map.of(
                            "charged", g.charged(),
                            "invoice", g.invoice(),
                            "line", g.line(),
                            "result", g.givenBack());
            case Metered m ->
                    Map.of(
                            "used", m.used(),
                            "free", m.free(),
                            "rated", m.rated(),
                            "unit", m.unit(),
                            "result", m.result());
            case MeteredLate l ->
                    Map.of(
                            "used", l.month().used(),
                            "free", l.month().free(),
                            "rated", l.month().rated(),
                            "unit", l.month().unit(),
                            "late", l.late(),
                            "billed", l.billed(),
                            "whole", l.month().result(),
                            "before", l.before().result(),
                            "result", l.result());
        };
    }

    private static Map<String, Object> fee(EarlyTermination e) {
        return Map.of(
                "price", e.termPrice(),
                "monthly", e.monthlyPrice(),
                "days", e.days(),
                "used", e.usedDays(),
                "remaining", e.days() - e.usedDays(),
                "rate", e.rate(),
                "enjoyed", e.enjoyedDiscount(),
                "share", e.remainingShare(),
                "result", e.result());
    }
}
