package keiyaku.web.api;

import java.util.Map;
import keiyaku.billing.Charge;
import keiyaku.usage.Estimate;

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
