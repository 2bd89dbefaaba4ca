package keiyaku.web.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import keiyaku.shared.Money;
import keiyaku.usage.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What each day of a month cost, a bar a day with a piece for each product: a picture of the table
 * beside it, in units of its own.
 *
 * @param most the highest day's amount; null when nothing cost anything
 */
public record UsagePlot(List<Bar> bars, List<Key> keys, @Nullable Money most, int width) {

    /** Ten units a day, a thousand up to the highest day. */
    private static final int DAY = 10;

    private static final int GAP = 2;
    private static final int HEIGHT = 1_000;
    private static final int TONES = 5;

    public UsagePlot {
        bars = List.copyOf(bars);
        keys = List.copyOf(keys);
    }

    /** A product's piece of a day's bar. */
    public record Bar(int x, int y, int width, int height, int tone, LocalDate day, Money amount) {}

    /** What a tone stands for. */
    public record Key(int tone, String product) {}

    static UsagePlot of(Estimate estimate, UsageWords words) {
        Map<String, Integer> tones = new LinkedHashMap<>();
        Map<LocalDate, Map<String, Money>> days = new TreeMap<>();
        for (var day : estimate.days()) {
            if (day.amount().isPositive()) {
                tones.putIfAbsent(day.product(), tones.size() % TONES);
                days.computeIfAbsent(day.day(), d -> new LinkedHashMap<>())
                        .merge(day.product(), day.amount(), Money::plus);
            }
        }
        var most =
                days.values().stream()
                        .map(
                                products ->
                                        products.values().stream()
                                                .reduce(Money::plus)
                                                .orElseThrow())
                        .max(Money::compareTo)
                        .orElse(null);
        var bars = new ArrayList<Bar>();
        if (most != null) {
            days.forEach((day, products) -> stack(bars, day, products, most, tones));
        }
        return new UsagePlot(
                bars,
                tones.entrySet().stream()
                        .map(e -> new Key(e.getValue(), words.product(e.getKey())))
                        .toList(),
                most,
                estimate.month().lengthOfMonth() * DAY);
    }

    private static void stack(
            List<Bar> bars,
            LocalDate day,
            Map<String, Money> products,
            Money most,
            Map<String, Integer> tones) {
        int top = HEIGHT;
        for (var product : products.entrySet()) {
            int height =
                    Math.toIntExact(
                            Math.max(1, product.getValue().minor() * HEIGHT / most.minor()));
            top -= height;
            bars.add(
                    new Bar(
                            (day.getDayOfMonth() - 1) * DAY + GAP / 2,
                            Math.max(0, top),
                            DAY - GAP,
                            height,
                            tones.getOrDefault(product.getKey(), 0),
                            day,
                            product.getValue()));
        }
    }
}
