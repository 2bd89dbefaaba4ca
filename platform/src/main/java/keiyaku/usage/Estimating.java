package keiyaku.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.shared.ContractId;
import keiyaku.shared.Money;
import keiyaku.usage.BillLines.MeterLine;
import keiyaku.usage.Estimate.DayOfUse;
import keiyaku.usage.Estimate.MeterEstimate;
import keiyaku.usage.UsageStore.DaySum;

/** How a month goes on: each meter at the pace of its days so far, rated as the bill will be. */
final class Estimating {

    private static final int DECIMALS = 9;

    private final YearMonth month;
    private final LocalDate today;
    private final BillLines lines;
    private final List<DaySum> days;

    Estimating(YearMonth month, LocalDate today, BillLines lines, List<DaySum> days) {
        this.month = month;
        this.today = today;
        this.lines = lines;
        this.days = days;
    }

    Estimate estimate(Money zero) {
        var meters = lines.meters();
        var estimates = meters.stream().map(this::ahead).toList();
        var others = lines.charges().stream().filter(c -> c.kind() != ChargeKind.USAGE).toList();
        var fixed = others.stream().map(Charge::amount).reduce(zero, Money::plus);
        return new Estimate(
                month,
                today,
                estimates,
                others,
                costs(meters),
                estimates.stream().map(e -> e.soFar().result()).reduce(fixed, Money::plus),
                estimates.stream().map(e -> e.ahead().result()).reduce(fixed, Money::plus));
    }

    private MeterEstimate ahead(MeterLine line) {
        return new MeterEstimate(
                line.contract().id(),
                line.contract().product(),
                line.meter(),
                line.why(),
                line.why().with(ahead(line, line.why().used())));
    }

    /** Today counts as a whole day; a contract that is over goes on no more. */
    private BigDecimal ahead(MeterLine line, BigDecimal used) {
        var end = month.plusMonths(1).atDay(1);
        if (line.contract().endedAt() != null || !today.isBefore(end)) {
            return used;
        }
        var span = Bills.span(line.contract(), month).orElseThrow();
        long gone = Math.max(1, ChronoUnit.DAYS.between(span.first(), today.plusDays(1)));
        long all = ChronoUnit.DAYS.between(span.first(), end);
        return used.multiply(BigDecimal.valueOf(all))
                .divide(BigDecimal.valueOf(gone), DECIMALS, RoundingMode.HALF_UP);
    }

    private record Key(ContractId contract, String meter) {}

    /** Day by day, so that the days of a meter add up to what it costs so far. */
    private List<DayOfUse> costs(List<MeterLine> meters) {
        Map<Key, MeterLine> known = new HashMap<>();
        meters.forEach(line -> known.put(new Key(line.contract().id(), line.meter()), line));
        Map<Key, BigDecimal> used = new HashMap<>();
        var costs = new ArrayList<DayOfUse>();
        for (var day : days) {
            var key = new Key(day.contract(), day.meter());
            var line = known.get(key);
            if (line == null || day.day().isBefore(firstCharged(line))) {
                continue;
            }
            var before = used.getOrDefault(key, BigDecimal.ZERO);
            var after = before.add(day.quantity());
            used.put(key, after);
            costs.add(
                    new DayOfUse(
                            day.day(),
                            day.contract(),
                            line.contract().product(),
                            day.meter(),
                            day.quantity(),
                            line.why()
                                    .with(after)
                                    .result()
                                    .minus(line.why().with(before).result())));
        }
        return costs;
    }

    private LocalDate firstCharged(MeterLine line) {
        return Bills.span(line.contract(), month).map(UsageStore.Span::first).orElse(today);
    }
}
