package keiyaku.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Computation.Metered;
import keiyaku.billing.Computation.MeteredLate;
import keiyaku.catalog.Scheme;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A rated meter's figures; numbers that may have decimals are texts, so that they stay exact. */
final class MeteredJson {

    private MeteredJson() {}

    static void put(Map<String, Object> figures, Metered metered) {
        figures.put("scheme", metered.scheme().code());
        figures.put("unit", metered.unit());
        figures.put("used", text(metered.used()));
        figures.put("free", text(metered.free()));
        figures.put("rated", text(metered.rated()));
        putScheme(figures, metered.scheme());
        figures.put("steps", metered.steps().stream().map(MeteredJson::step).toList());
    }

    static void put(Map<String, Object> figures, MeteredLate late) {
        put(figures, late.month());
        figures.put("billed", text(late.billed()));
        figures.put("billedAmount", late.before().result().minor());
    }

    private static void putScheme(Map<String, Object> figures, Scheme scheme) {
        switch (scheme) {
            case Scheme.Flat flat -> figures.put("price", text(flat.price()));
            case Scheme.Tiered tiered -> figures.put("tiers", tiers(tiered.tiers()));
            case Scheme.Volume volume -> figures.put("tiers", tiers(volume.tiers()));
            case Scheme.PerPackage pack -> {
                figures.put("size", text(pack.size()));
                figures.put("price", text(pack.price()));
            }
        }
    }

    private static List<Map<String, Object>> tiers(List<Scheme.Tier> tiers) {
        return tiers.stream().map(MeteredJson::tier).toList();
    }

    private static Map<String, Object> tier(Scheme.Tier tier) {
        var figures = new LinkedHashMap<String, Object>();
        var upTo = tier.upTo();
        if (upTo != null) {
            figures.put("upTo", text(upTo));
        }
        figures.put("price", text(tier.price()));
        return figures;
    }

    private static Map<String, Object> step(Rating.Step step) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("quantity", text(step.quantity()));
        figures.put("price", text(step.price().minor()));
        figures.put("exactly", text(step.exactly()));
        return figures;
    }

    static Metered metered(JsonNode node, Currency currency) {
        return new Metered(
                currency,
                node.required("unit").asString(),
                scheme(node),
                number(node, "used"),
                number(node, "free"));
    }

    static MeteredLate late(JsonNode node, Currency currency) {
        return new MeteredLate(metered(node, currency), number(node, "billed"));
    }

    private static Scheme scheme(JsonNode node) {
        var code = node.required("scheme").asString();
        return switch (code) {
            case "flat" -> new Scheme.Flat(number(node, "price"));
            case "tiered" -> new Scheme.Tiered(tiers(node));
            case "volume" -> new Scheme.Volume(tiers(node));
            case "package" -> new Scheme.PerPackage(number(node, "size"), number(node, "price"));
            default -> throw new IllegalStateException("no scheme is called " + code);
        };
    }

    private static List<Scheme.Tier> tiers(JsonNode node) {
        var tiers = new ArrayList<Scheme.Tier>();
        for (var tier : node.required("tiers")) {
            @Nullable BigDecimal upTo = tier.has("upTo") ? number(tier, "upTo") : null;
            tiers.add(new Scheme.Tier(upTo, number(tier, "price")));
        }
        return tiers;
    }

    private static BigDecimal number(JsonNode node, String name) {
        return new BigDecimal(node.required(name).asString());
    }

    private static String text(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.toPlainString();
    }
}
