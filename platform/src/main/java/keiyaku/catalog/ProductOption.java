package keiyaku.catalog;

import java.util.List;
import java.util.Optional;
import keiyaku.shared.Term;
import keiyaku.shared.Text;

/**
 * What can be bought with or after a product, on terms and prices of its own (H-2 to H-4).
 *
 * @param kind what it is technically: ssl, backup, device, other
 * @param terms codes of the documents that must be agreed to when it is chosen
 */
public record ProductOption(
        String code, Kind kind, Text name, List<String> terms, List<OptionPrice> prices) {

    public ProductOption {
        terms = List.copyOf(terms);
        prices = List.copyOf(prices);
    }

    public Optional<OptionPrice> price(Term term) {
        return prices.stream().filter(price -> price.term().equals(term)).findFirst();
    }

    /** What rules tell options apart by. */
    public enum Kind {
        SSL("ssl"),
        BACKUP("backup"),
        DEVICE("device"),
        OTHER("other");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
