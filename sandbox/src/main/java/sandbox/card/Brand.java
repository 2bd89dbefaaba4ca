package sandbox.card;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A card brand: its issuer ranges, number lengths, grouping and length of security code. */
public enum Brand {
    VISA("Visa", "4", Set.of(13, 16, 18, 19), 3),
    MASTERCARD("Mastercard", "51-55 2221-2229 223-229 23-26 270-271 2720", Set.of(16), 3),
    JCB("JCB", "2131 1800 3528-3589", Set.of(16, 17, 18, 19), 3),
    AMEX("American Express", "34 37", Set.of(15), 4),
    DINERS("Diners Club", "300-305 36 38 39", Set.of(14, 16, 19), 3),
    DISCOVER("Discover", "6011 644-649 65", Set.of(16, 19), 3),
    UNIONPAY(
            "UnionPay",
            "620 62100-62182 62184-62187 62185-62197 62200-62205 622010-622999 62207-62209"
                    + " 623-626 6270 6272 6276 627700-627779 627781-627799 6282-6289 6291 6292"
                    + " 810 8110-8131 8132-8151 8152-8163 8164-8171",
            Set.of(14, 15, 16, 17, 18, 19),
            3);

    /** Numbers that begin with low to high, compared by as many digits as these have. */
    public record Range(String low, String high) {
        static Range parse(String text) {
            int dash = text.indexOf('-');
            return dash < 0
                    ? new Range(text, text)
                    : new Range(text.substring(0, dash), text.substring(dash + 1));
        }

        boolean holds(String number) {
            if (number.length() < low.length()) {
                return false;
            }
            String head = number.substring(0, low.length());
            return head.compareTo(low) >= 0 && head.compareTo(high) <= 0;
        }
    }

    private final String title;
    private final List<Range> ranges;
    private final Set<Integer> lengths;
    private final int codeLength;

    Brand(String title, String ranges, Set<Integer> lengths, int codeLength) {
        this.title = title;
        this.ranges = Arrays.stream(ranges.split(" ", -1)).map(Range::parse).toList();
        this.lengths = lengths;
        this.codeLength = codeLength;
    }

    /** The brand of a number or of its first digits; the longest matching prefix decides. */
    public static Optional<Brand> of(String digits) {
        Brand best = null;
        int longest = 0;
        for (Brand brand : values()) {
            for (Range range : brand.ranges) {
                if (range.low().length() > longest && range.holds(digits)) {
                    best = brand;
                    longest = range.low().length();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    @JsonValue
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public List<Range> ranges() {
        return ranges;
    }

    public Set<Integer> lengths() {
        return lengths;
    }

    public int codeLength() {
        return codeLength;
    }

    /** The sizes of the groups in which the number is printed on the card. */
    public List<Integer> groups() {
        var groups = new ArrayList<Integer>();
        if (this == AMEX || this == DINERS) {
            groups.addAll(List.of(4, 6, 9));
        } else {
            groups.addAll(List.of(4, 4, 4, 7));
        }
        return groups;
    }
}
