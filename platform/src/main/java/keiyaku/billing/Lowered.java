package keiyaku.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.value.Bill;
import keiyaku.value.Line;
import keiyaku.value.Reduction;
import keiyaku.value.Reductions;
import org.springframework.stereotype.Component;

/**
 * Drafts as value sees them. A line that gives back is told together with the charge that it gives
 * back of, and with what had lowered that charge (B-6).
 */
@Component
class Lowered {

    private final InvoiceStore store;
    private final Reductions reductions;

    Lowered(InvoiceStore store, Reductions reductions) {
        this.store = store;
        this.reductions = reductions;
    }

    List<Reduction> preview(InvoiceDraft draft) {
        return reductions.preview(bills(List.of(draft))).of(0);
    }

    Reductions.Decided decide(List<InvoiceDraft> drafts) {
        return reductions.decide(bills(drafts));
    }

    /** A credit note: each line takes back its share of what had lowered the invoice's line. */
    Reductions.Decided decide(InvoiceDraft note, Invoice corrected) {
        var lowered =
                of(corrected.account(), List.of(corrected.id()))
                        .getOrDefault(corrected.id(), List.of());
        var lines = new ArrayList<Line>(note.charges().size());
        for (var charge : note.charges()) {
            if (!(charge.why() instanceof Computation.GivenBack back)) {
                throw new IllegalArgumentException("a note gives back: " + charge);
            }
            lines.add(
                    new Line(
                            lines.size() + 1,
                            charge.product(),
                            charge.item(),
                            charge.period().start(),
                            charge.amount(),
                            true,
                            Line.Share.WHOLE,
                            new Line.Reversed(
                                    back.charged(),
                                    lowered.stream()
                                            .filter(r -> r.line() == back.line())
                                            .filter(r -> r.amount().isPositive())
                                            .toList())));
        }
        return reductions.decide(List.of(new Bill(note.account(), note.issuedOn(), lines)));
    }

    void write(Reductions.Decided decided, List<Invoice> invoices) {
        reductions.write(
                decided,
                invoices.stream()
                        .map(i -> new Reductions.Issued(i.account(), i.id(), i.issuedOn()))
                        .toList());
    }

    Map<InvoiceId, List<Reduction>> of(AccountId account, Collection<InvoiceId> invoices) {
        return reductions.of(List.of(account), invoices);
    }

    private List<Bill> bills(List<InvoiceDraft> drafts) {
        var givingBack =
                drafts.stream()
                        .flatMap(d -> d.charges().stream())
                        .filter(Lowered::givesBack)
                        .toList();
        var reversed = givingBack.isEmpty() ? Map.<Charge, Line.Reversed>of() : of(givingBack);
        return drafts.stream().map(draft -> bill(draft, reversed)).toList();
    }

    private static Bill bill(InvoiceDraft draft, Map<Charge, Line.Reversed> reversed) {
        var lines = new ArrayList<Line>(draft.charges().size());
        for (var charge : draft.charges()) {
            lines.add(
                    new Line(
                            lines.size() + 1,
                            charge.product(),
                            charge.item(),
                            countedOn(charge),
                            charge.amount(),
                            charge.kind() == ChargeKind.EARLY_TERMINATION_FEE
                                    || charge.product().equals(Consolidation.PRODUCT),
                            share(charge.why()),
                            reversed.get(charge)));
        }
        return new Bill(draft.account(), draft.issuedOn(), lines);
    }

    /** By which day a discount's months count: use is known when its month is over. */
    private static LocalDate countedOn(Charge charge) {
        return charge.why() instanceof Computation.Metered
                ? charge.period().lastDay()
                : charge.period().start();
    }

    private static Line.Share share(Computation why) {
        return why instanceof Computation.RemainingDays r
                ? new Line.Share(r.remainingDays(), r.days())
                : Line.Share.WHOLE;
    }

    private Map<Charge, Line.Reversed> of(List<Charge> givingBack) {
        var originals = store.originals(givingBack);
        var lowered =
                reductions.of(
                        originals.stream().map(o -> o.charge().account()).toList(),
                        originals.stream().map(InvoiceStore.Issued::invoice).toList());
        var found = new HashMap<Charge, Line.Reversed>();
        for (var charge : givingBack) {
            original(charge, originals)
                    .ifPresent(original -> found.put(charge, reversed(original, lowered)));
        }
        return found;
    }

    private static Line.Reversed reversed(
            InvoiceStore.Issued original, Map<InvoiceId, List<Reduction>> lowered) {
        return new Line.Reversed(
                original.charge().amount(),
                lowered.getOrDefault(original.invoice(), List.of()).stream()
                        .filter(r -> r.line() == original.line() && r.amount().isPositive())
                        .toList());
    }

    /** Use that came to be known late can make its month cheaper, where the scheme says so. */
    static boolean givesBack(Charge charge) {
        return charge.why() instanceof Computation.UnusedDays
                || (charge.why() instanceof Computation.MeteredLate
                        && charge.amount().isNegative());
    }

    /** The latest charge for exactly the days, or the meter's month, that is given back of. */
    static Optional<InvoiceStore.Issued> original(
            Charge charge, List<InvoiceStore.Issued> originals) {
        if (charge.why() instanceof Computation.MeteredLate) {
            return originals.stream()
                    .filter(o -> o.charge().kind() == ChargeKind.USAGE)
                    .filter(o -> o.charge().account().equals(charge.account()))
                    .filter(o -> Objects.equals(o.charge().contract(), charge.contract()))
                    .filter(o -> Objects.equals(o.charge().item(), charge.item()))
                    .filter(o -> o.charge().period().equals(charge.period()))
                    .findFirst();
        }
        if (!(charge.why() instanceof Computation.UnusedDays unused)) {
            return Optional.empty();
        }
        var start = charge.period().end().minusDays(unused.days());
        return originals.stream()
                .filter(o -> o.charge().account().equals(charge.account()))
                .filter(o -> o.charge().kind() != ChargeKind.USAGE)
                .filter(o -> Objects.equals(o.charge().contract(), charge.contract()))
                .filter(o -> o.charge().period().start().equals(start))
                .filter(o -> o.charge().period().end().equals(charge.period().end()))
                .findFirst();
    }
}
