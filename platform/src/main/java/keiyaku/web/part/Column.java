package keiyaku.web.part;

import org.jspecify.annotations.Nullable;

/** A table's column: its heading, whether it holds figures, and how it can be sorted. */
public record Column(String label, boolean figures, @Nullable String sortHref, Order order) {

    public enum Order {
        NONE("none", "arrow-up-down"),
        ASCENDING("ascending", "arrow-up"),
        DESCENDING("descending", "arrow-down");

        private final String aria;
        private final String icon;

        Order(String aria, String icon) {
            this.aria = aria;
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        public String aria() {
            return aria;
        }
    }

    public static Column text(String label) {
        return new Column(label, false, null, Order.NONE);
    }

    public static Column figures(String label) {
        return new Column(label, true, null, Order.NONE);
    }

    public Column sortable(String href, Order now) {
        return new Column(label, figures, href, now);
    }
}
