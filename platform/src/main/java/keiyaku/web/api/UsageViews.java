package keiyaku.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Charge;
import keiyaku.usage.Bill;
import keiyaku.usage.Estimate;
import keiyaku.usage.MonthlyBills;

/** Estimates and days of use as the API gives them: amounts in minor units, before tax. */
final class UsageViews {

    private UsageViews() {}

    static Map<String, Object> estimate(Estimate estimate) {
        return Views.object(
                "object", "usage-estimate",
                "month", estimate.month(),
                "asOf", estimate.today(),
                "currency", estimate.soFar().currency().getCurrencyCode(),
                "soFar", estimate.soFar(),
                "ahead", estimate.ahead(),
                "meters", estimate.meters().stream().map(UsageViews::meter).toList(),
                "others", estimate.others().stream().map(UsageViews::other).toList());
    }

    private static Map<String, Object> meter(Estimate.MeterEstimate meter) {
        return Views.object(
                "contract", meter.contract(),
                "product", meter.product(),
                "meter", meter.meter(),
                "unit", meter.soFar().unit(),
                "free", meter.soFar().free(),
                "used", meter.soFar().used(),
                "soFar", meter.soFar().result(),
                "usedAhead", meter.ahead().used(),
                "ahead", meter.ahead().result());
    }

    private static Map<String, Object> other(Charge charge) {
        return Views.object(
                "kind", charge.kind().code(),
                "contract", charge.contract(),
                "product", charge.product(),
                "item", charge.item(),
                "from", charge.period().start(),
                "to", charge.period().lastDay(),
                "amount", charge.amount());
    }

    static Map<String, Object> month(Bill bill) {
        return Views.object(
                "object", "usage-month",
                "month", bill.month(),
                "state", bill.state().code(),
                "invoice", bill.invoice());
    }

    /** With its use; amounts before tax, with what came after the bill. */
    static Map<String, Object> month(
            Bill bill, Estimate estimate, List<MonthlyBills.LateUse> late) {
        var month = new LinkedHashMap<>(month(bill));
        month.put("currency", estimate.soFar().currency().getCurrencyCode());
        month.put("amount", estimate.soFar().minor());
        month.put("meters", estimate.meters().stream().map(UsageViews::used).toList());
        month.put("others", estimate.others().stream().map(UsageViews::other).toList());
        month.put("days", estimate.days().stream().map(UsageViews::day).toList());
        month.put("late", late.stream().map(UsageViews::late).toList());
        return month;
    }

    private static Map<String, Object> used(Estimate.MeterEstimate meter) {
        return Views.object(
                "contract", meter.contract(),
                "product", meter.product(),
                "meter", meter.meter(),
                "unit", meter.soFar().unit(),
                "free", meter.soFar().free(),
                "used", meter.soFar().used(),
                "amount", meter.soFar().result());
    }

    private static Map<String, Object> late(MonthlyBills.LateUse late) {
        return Views.object(
                "bill", late.on().month(),
                "contract", late.charge().contract(),
                "product", late.charge().product(),
                "meter", late.charge().item(),
                "amount", late.charge().amount());
    }

    static Map<String, Object> day(Estimate.DayOfUse day) {
        return Views.object(
                "day", day.day(),
                "contract", day.contract(),
                "product", day.product(),
                "meter", day.meter(),
                "quantity", day.quantity(),
                "amount", day.amount());
    }
}
