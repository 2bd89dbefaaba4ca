package keiyaku.usage;

import java.util.Map;
import keiyaku.shared.Refusal;

/** Why an event is not taken; with it none of its batch is. */
public sealed interface UsageRefusal extends Refusal {

    String event();

    /** The product has no such meter, or there is no such product (B-7). */
    record MeterUnknown(String event, String product, String meter) implements UsageRefusal {
        @Override
        public String code() {
            return "meter-unknown";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("event", event, "product", product, "meter", meter);
        }
    }

    /** No contract on the product ran at that time: one is applied for first. */
    record NotContracted(String event, String product) implements UsageRefusal {
        @Override
        public String code() {
            return "not-active";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("event", event, "product", product);
        }
    }
}
