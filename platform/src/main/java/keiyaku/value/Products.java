package keiyaku.value;

import java.util.List;

/** The products that a grant is for; none named: all. */
public record Products(List<String> codes) {

    public static final Products ALL = new Products(List.of());

    public Products {
        codes = codes.stream().sorted().distinct().toList();
    }

    public boolean include(String product) {
        return codes.isEmpty() || codes.contains(product);
    }

    /** How many they are; all is more than any. */
    int breadth() {
        return codes.isEmpty() ? Integer.MAX_VALUE : codes.size();
    }

    String text() {
        return String.join(",", codes);
    }

    static Products ofText(String text) {
        return text.isEmpty() ? ALL : new Products(List.of(text.split(",", -1)));
    }
}
