package keiyaku.bench;

import java.util.List;

/** The middle one: one round that something else disturbed does not move it. */
public final class Median {

    private Median() {}

    public static double of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
