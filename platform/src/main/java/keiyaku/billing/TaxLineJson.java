package keiyaku.billing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import tools.jackson.databind.json.JsonMapper;

/** An invoice's taxes as they are kept beside it. */
final class TaxLineJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TaxLineJson() {}

    static String write(List<TaxLine> taxes) {
        var rows = new ArrayList<Map<String, Object>>(taxes.size());
        for (var tax : taxes) {
            rows.add(
                    Map.of(
                            "category", tax.category(),
                            "rate", tax.rate().toString(),
                            "net", tax.net().minor(),
                            "tax", tax.tax().minor()));
        }
        return JSON.writeValueAsString(rows);
    }

    static List<TaxLine> read(String json, Currency currency) {
        var lines = new ArrayList<TaxLine>();
        for (var node : JSON.readTree(json)) {
            lines.add(
                    new TaxLine(
                            node.required("category").asString(),
                            Rate.parse(node.required("rate").asString()),
                            new Money(node.required("net").asLong(), currency),
                            new Money(node.required("tax").asLong(), currency)));
        }
        return lines;
    }
}
