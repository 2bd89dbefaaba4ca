package keiyaku.web.contract;

import java.util.ArrayList;
import java.util.List;
import keiyaku.billing.Computation;
import keiyaku.web.Page;

/** A computation in sentences, a step each, from which anybody can work the amount out (B-14). */
final class Whys {

    private Whys() {}

    static List<String> steps(Page page, Computation why) {
        return switch (why) {
            case Computation.WholePeriod whole ->
                    List.of(
                            page.t(
                                    "contract.why.whole-period",
                                    whole.unitPrice(),
                                    whole.quantity(),
                                    whole.result()));
            case Computation.Part part -> part(page, part);
            case Computation.UnusedDays unused ->
                    List.of(
                            page.t(
                                    "contract.why.unused-days",
                                    unused.charged(),
                                    unused.unusedDays(),
                                    unused.days(),
                                    unused.result().abs()));
            case Computation.RemainingDays remaining ->
                    List.of(
                            page.t(
                                    "contract.why.remaining-days",
                                    remaining.periodPrice(),
                                    remaining.remainingDays(),
                                    remaining.days(),
                                    remaining.result()));
            case Computation.EarlyTermination ending -> ending(page, ending);
        };
    }

    private static List<String> part(Page page, Computation.Part part) {
        var whole = part.unitPrice().times(part.quantity());
        return List.of(
                page.t("contract.why.whole-period", part.unitPrice(), part.quantity(), whole),
                page.t(
                        "contract.why.part-of-term",
                        whole,
                        part.part(),
                        part.parts(),
                        part.result()));
    }

    private static List<String> ending(Page page, Computation.EarlyTermination why) {
        var steps = new ArrayList<String>();
        if (why.withDiscount() && why.enjoyedDiscount().isPositive()) {
            steps.add(
                    page.t(
                            "contract.why.enjoyed-discount",
                            why.monthlyPrice(),
                            why.termPrice(),
                            why.usedDays(),
                            why.days(),
                            why.enjoyedDiscount()));
        }
        steps.add(
                page.t(
                        "contract.why.remaining-share",
                        why.termPrice(),
                        why.days() - why.usedDays(),
                        why.days(),
                        why.rate(),
                        why.remainingShare()));
        return steps;
    }
}
