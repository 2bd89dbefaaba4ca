package keiyaku.contract;

import java.util.List;
import keiyaku.billing.ChargeKind;

/** Charging a term's parts, one at each part's start (B-5). */
final class Parts {

    private Parts() {}

    /** The contract with its next part charged; a part of no price leaves no charge. */
    static Outcome chargeNext(Contract contract, Sale sale, List<Outcome.Fact> facts) {
        var agreement = contract.requireAgreement();
        int k = agreement.partsCharged() + 1;
        var part = agreement.part(k);
        var why = agreement.whyOfPart(k);
        var charged =
                contract.withAgreement(agreement.charged(k))
                        .withCoverage(new Coverage(part, why.result()));
        var charges =
                why.result().isZero()
                        ? List.<keiyaku.billing.Charge>of()
                        : List.of(sale.charge(contract, ChargeKind.RECURRING, part, why));
        return new Outcome(charged, part.start(), charges, facts, List.of());
    }
}
