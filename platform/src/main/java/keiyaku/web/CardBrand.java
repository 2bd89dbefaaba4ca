package keiyaku.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Card brands by the first digits and the lengths of their numbers. The brands' own tables are not
 * public; these come from braintree/credit-card-type (MIT).
 */
enum CardBrand {
    VISA(List.of(16, 18, 19), "4"),
    MASTERCARD(List.of(16), "51-55", "2221-2720"),
    AMEX(List.of(15), "34", "37"),
    DINERS(List.of(14, 16, 19), "300-305", "36", "38", "39"),
    DISCOVER(List.of(16, 19), "6011", "644-649", "65"),
    JCB(List.of(16, 17, 18, 19), "2131", "1800", "3528-3589"),
    UNIONPAY(
            List.of(14, 15, 16, 17, 18, 19),
            "620",
            "62100-62182",
            "62184-62197",
            "62200-62205",
            "622010-622999",
            "623-626",
            "6270",
            "6272",
            "6276",
            "627700-627779",
            "627781-627799",
            "6282-6289",
            "6291-6292",
            "810",
            "8110-8171");

    private final List<Integer> lengths;
    private final List<Range> ranges;

    CardBrand(List<Integer> lengths, String... ranges) {
        this.lengths = lengths;
        this.ranges = Arrays.stream(ranges).map(Range::of).toList();
    }

    static Optional<CardBrand> of(String digits) {
        return Arrays.stream(values())
                .filter(brand -> brand.ranges.stream().anyMatch(range -> range.holds(digits)))
                .findFirst();
    }

    boolean hasLength(int length) {
        return lengths.contains(length);
    }

    /** The first digits, from one number to another of as many digits. */
    private record Range(int low, int high, int length) {

        static Range of(String written) {
            var ends = written.split("-", 2);
            return new Range(
                    Integer.parseInt(ends[0]),
                    Integer.parseInt(ends[ends.length - 1]),
                    ends[0].length());
        }

        boolean holds(String digits) {
            if (digits.length() < length) {
                return false;
            }
            int start = Integer.parseInt(digits.substring(0, length));
            return start >= low && start <= high;
        }
    }
}
