package keiyaku.web.part;

import java.util.List;
import keiyaku.shared.Money;

/** One amount of a breakdown, with the computation that led to it, a sentence a step. */
public record BreakdownLine(String label, Money amount, List<String> why) {

    public static BreakdownLine of(String label, Money amount, String... why) {
        return new BreakdownLine(label, amount, List.of(why));
    }
}
