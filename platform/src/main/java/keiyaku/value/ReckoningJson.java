package keiyaku.value;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.value.Reckoning.AmountOff;
import keiyaku.value.Reckoning.CreditUsed;
import keiyaku.value.Reckoning.GivenBack;
import keiyaku.value.Reckoning.RateOff;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reckoning as kept in the database and shown by the API. */
public final class ReckoningJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ReckoningJson() {}

    /** The rule and its figures, amounts in minor units. */
    public static Map<String, Object> figures(Reckoning why) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("rule", why.rule());
        switch (why) {
            case RateOff r -> {
                figures.put("base", r.base().minor());
                figures.put("rate", r.rate().toString());
            }
            case AmountOff a -> {
                figures.put("base", a.base().minor());
                figures.put("off", a.off().minor());
                figures.put("days", a.days());
                figures.put("ofDays", a.ofDays());
            }
            case CreditUsed c -> {
                figures.put("base", c.base().minor());
                figures.put("balance", c.balance().minor());
            }
            case GivenBack g -> {
                figures.put("covered", g.covered().minor());
                figures.put("before", g.before().minor());
                figures.put("givenBack", g.givenBack().minor());
                figures.put("charged", g.charged().minor());
            }
        }
        return figures;
    }

    static String write(Reckoning why) {
        return JSON.writeValueAsString(figures(why));
    }

    static Reckoning read(String json, Currency currency) {
        var node = JSON.readTree(json);
        return switch (node.required("rule").asString()) {
            case "rate-off" ->
                    new RateOff(
                            money(node, "base", currency),
                            Rate.parse(node.required("rate").asString()));
            case "amount-off" ->
                    new AmountOff(
                            money(node, "base", currency),
                            money(node, "off", currency),
                            node.required("days").asLong(),
                            node.required("ofDays").asLong());
            case "credit-used" ->
                    new CreditUsed(money(node, "base", currency), money(node, "balance", currency));
            case "given-back" ->
                    new GivenBack(
                            money(node, "covered", currency),
                            money(node, "before", currency),
                            money(node, "givenBack", currency),
                            money(node, "charged", currency));
            default -> throw new IllegalStateException("a reckoning of no known rule: " + json);
        };
    }

    private static Money money(JsonNode node, String name, Currency currency) {
        return new Money(node.required(name).asLong(), currency);
    }
}
