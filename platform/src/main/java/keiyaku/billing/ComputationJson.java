package keiyaku.billing;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import keiyaku.billing.Computation.EarlyTermination;
import keiyaku.billing.Computation.GivenBack;
import keiyaku.billing.Computation.Metered;
import keiyaku.billing.Computation.MeteredLate;
import keiyaku.billing.Computation.Part;
import keiyaku.billing.Computation.RemainingDays;
import keiyaku.billing.Computation.UnusedDays;
import keiyaku.billing.Computation.WholePeriod;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A computation as it is kept and given out: the rule and its figures, amounts in minor units. */
public final class ComputationJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ComputationJson() {}

    /** The figures by name, in the order in which they are told. */
    public static Map<String, Object> figures(Computation why) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("rule", why.rule());
        switch (why) {
            case WholePeriod w -> {
                figures.put("unitPrice", w.unitPrice().minor());
                figures.put("quantity", w.quantity());
            }
            case Part p -> {
                figures.put("unitPrice", p.unitPrice().minor());
                figures.put("quantity", p.quantity());
                figures.put("part", p.part());
                figures.put("parts", p.parts());
            }
            case UnusedDays u -> {
                figures.put("charged", u.charged().minor());
                figures.put("unusedDays", u.unusedDays());
                figures.put("days", u.days());
            }
            case RemainingDays r -> {
                figures.put("periodPrice", r.periodPrice().minor());
                figures.put("remainingDays", r.remainingDays());
                figures.put("days", r.days());
            }
            case EarlyTermination e -> putEarlyTermination(figures, e);
            case GivenBack g -> {
                figures.put("charged", g.charged().minor());
                figures.put("givenBack", g.givenBack().minor());
                figures.put("invoice", g.invoice());
                figures.put("line", g.line());
            }
            case Metered m -> MeteredJson.put(figures, m);
            case MeteredLate l -> MeteredJson.put(figures, l);
        }
        return figures;
    }

    public static String write(Computation why) {
        return JSON.writeValueAsString(figures(why));
    }

    public static Computation read(String json, Currency currency) {
        var node = JSON.readTree(json);
        return switch (node.required("rule").asString()) {
            case "whole-period" ->
                    new WholePeriod(money(node, "unitPrice", currency), number(node, "quantity"));
            case "part-of-term" ->
                    new Part(
                            money(node, "unitPrice", currency),
                            number(node, "quantity"),
                            (int) number(node, "part"),
                            (int) number(node, "parts"));
            case "unused-days" ->
                    new UnusedDays(
                            money(node, "charged", currency),
                            number(node, "unusedDays"),
                            number(node, "days"));
            case "remaining-days" ->
                    new RemainingDays(
                            money(node, "periodPrice", currency),
                            number(node, "remainingDays"),
                            number(node, "days"));
            case "early-termination" ->
                    new EarlyTermination(
                            money(node, "termPrice", currency),
                            money(node, "monthlyPrice", currency),
                            number(node, "days"),
                            number(node, "usedDays"),
                            node.required("withDiscount").asBoolean(),
                            Rate.parse(node.required("rate").asString()));
            case "given-back" ->
                    new GivenBack(
                            money(node, "charged", currency),
                            money(node, "givenBack", currency),
                            node.required("invoice").asString(),
                            (int) number(node, "line"));
            case "metered" -> MeteredJson.metered(node, currency);
            case "metered-late" -> MeteredJson.late(node, currency);
            default -> throw new IllegalStateException("a computation of no known rule: " + json);
        };
    }

    private static void putEarlyTermination(Map<String, Object> figures, EarlyTermination e) {
        figures.put("termPrice", e.termPrice().minor());
        figures.put("monthlyPrice", e.monthlyPrice().minor());
        figures.put("days", e.days());
        figures.put("usedDays", e.usedDays());
        figures.put("remainingDays", e.days() - e.usedDays());
        figures.put("withDiscount", e.withDiscount());
        figures.put("rate", e.rate().toString());
        figures.put("enjoyedDiscount", e.enjoyedDiscount().minor());
        figures.put("remainingShare", e.remainingShare().minor());
    }

    private static Money money(JsonNode node, String name, Currency currency) {
        return new Money(number(node, name), currency);
    }

    private static long number(JsonNode node, String name) {
        return node.required(name).asLong();
    }
}
