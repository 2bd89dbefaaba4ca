package keiyaku.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import keiyaku.billing.ChargeKind;
import keiyaku.catalog.Billing;
import keiyaku.catalog.CatalogFile;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;

/**
 * Contracts on the demo catalog's workspace product, made by the rules: basic costs 800 a month or
 * 7,680 a year for a seat, premium 1,500 or 14,400.
 */
final class Examples {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final Sale WORKS =
            new Sale(CatalogFile.demo().catalog().product("works").orElseThrow(), false);
    static final Term MONTH = Term.MONTH;
    static final Term YEAR = new Term(12);

    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));

    private Examples() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** In its trial from a day on. */
    static Contract trial(LocalDate from, String plan, long seats) {
        var offer = new Contract.Offer("works", plan, seats, "JP", "vpc");
        var form = new ApplicationForm(ACCOUNT, offer, TOKYO, null, null, List.of());
        return Applications.decide(new ContractId(new UUID(2, 2)), form, WORKS, from).contract();
    }

    /** Paid for from a day on, its first part charged. */
    static Contract active(
            LocalDate start, String plan, long seats, Term term, @Nullable Billing billing) {
        var convert = new Action.Convert(term, billing, start);
        return PaidStarts.decide(trial(start, plan, seats), convert, WORKS, start).contract();
    }

    /** The same with all parts charged that begin before a day. */
    static Contract chargedBefore(Contract contract, LocalDate day) {
        var now = contract;
        while (true) {
            var agreement = now.requireAgreement();
            int next = agreement.partsCharged() + 1;
            if (next > agreement.parts() || !agreement.part(next).start().isBefore(day)) {
                return now;
            }
            now = Parts.chargeNext(now, WORKS, List.of()).contract();
        }
    }

    /** What an outcome charges of a kind; 0 when nothing. */
    static long sum(Outcome outcome, ChargeKind kind) {
        return outcome.charges().stream()
                .filter(charge -> charge.kind() == kind)
                .mapToLong(charge -> charge.amount().minor())
                .sum();
    }
}
