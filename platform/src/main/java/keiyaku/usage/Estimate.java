package keiyaku.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import keiyaku.billing.Charge;
import keiyaku.billing.Computation.Metered;
import keiyaku.shared.ContractId;
import keiyaku.shared.Money;

/**
 * What a month comes to on its bill, so far and at this pace by its end; before discounts, credits
 * and tax (S-8, B-12).
 *
 * @param today the last day that counts as gone
 * @param others what stands on the bill besides the month's use: fees, what came late
 * @param days what each meter was used on each day, in order
 */
public record Estimate(
        YearMonth month,
        LocalDate today,
        List<MeterEstimate> meters,
        List<Charge> others,
        List<DayOfUse> days,
        Money soFar,
        Money ahead) {

    public Estimate {
        meters = List.copyOf(meters);
        others = List.copyOf(others);
        days = List.copyOf(days);
    }

    /** A meter of a contract; ahead is the whole month at the pace of the days gone. */
    public record MeterEstimate(
            ContractId contract, String product, String meter, Metered soFar, Metered ahead) {}

    /** A meter on a day; the amount is what the month came to cost more by that day. */
    public record DayOfUse(
            LocalDate day,
            ContractId contract,
            String product,
            String meter,
            BigDecimal quantity,
            Money amount) {}

    public boolean isEmpty() {
        return meters.isEmpty() && others.isEmpty();
    }
}
