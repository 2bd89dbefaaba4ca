package keiyaku.bench;

import java.math.BigDecimal;
import java.math.MathContext;

/** One result: its name in JSON, what it is, how much, in which unit, and what is to be reached. */
public record Figure(String key, String what, double value, String unit, String reach) {

    public static Figure of(String key, String what, double value, String unit) {
        return new Figure(key, what, value, unit, "");
    }

    public Figure toReach(String wanted) {
        return new Figure(key, what, value, unit, wanted);
    }

    BigDecimal rounded() {
        var precise = new BigDecimal(value, new MathContext(4));
        return precise.scale() < 0 ? precise.setScale(0) : precise;
    }

    String line() {
        return "  %-52s %,14.2f %-6s %s".formatted(what, value, unit, reach).stripTrailing();
    }
}
