package keiyaku.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.shared.Term;
import keiyaku.shared.Text;

/**
 * A plan of a product, with its row in the table of features (C-3).
 *
 * @param rank an upgrade goes to a higher one; 0: not ranked
 * @param features by code, in the order of the table; a Boolean, or a String such as 100 GB
 */
public record Plan(
        String code, int rank, Text name, Map<String, Object> features, List<Price> prices) {

    public Plan {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        prices = List.copyOf(prices);
    }

    public Optional<Price> price(Term term) {
        return prices.stream().filter(price -> price.term().equals(term)).findFirst();
    }
}
