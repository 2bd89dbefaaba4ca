package keiyaku.contract;

import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import keiyaku.catalog.Billing;
import keiyaku.shared.BillingDay;
import keiyaku.shared.Money;
import keiyaku.shared.Term;
import tools.jackson.databind.JsonNode;

/** An agreement as it is kept inside another row; amounts in minor units. */
final class AgreementJson {

    private AgreementJson() {}

    static Map<String, Object> write(Agreement agreement) {
        var kept = new LinkedHashMap<String, Object>();
        kept.put("start", agreement.start().toString());
        kept.put("term", agreement.term().toString());
        kept.put("anchor", agreement.anchor().day());
        kept.put("billing", agreement.billing().name());
        kept.put("unitPrice", agreement.unitPrice().minor());
        var monthly = agreement.monthlyUnitPrice();
        if (monthly != null) {
            kept.put("monthlyUnitPrice", monthly.minor());
        }
        kept.put("quantity", agreement.quantity());
        kept.put("partsCharged", agreement.partsCharged());
        return kept;
    }

    static Agreement read(JsonNode node, Currency currency) {
        var start = LocalDate.parse(node.required("start").asString());
        return new Agreement(
                start,
                Term.parse(node.required("term").asString()),
                node.has("anchor")
                        ? new BillingDay(node.get("anchor").asInt())
                        : BillingDay.of(start),
                Billing.valueOf(node.required("billing").asString()),
                new Money(node.required("unitPrice").asLong(), currency),
                node.has("monthlyUnitPrice")
                        ? new Money(node.get("monthlyUnitPrice").asLong(), currency)
                        : null,
                node.required("quantity").asLong(),
                node.path("partsCharged").asInt(0));
    }
}
