package keiyaku.web.part;

import org.jspecify.annotations.Nullable;

/** A table's column: its heading, whether it holds figures, and how it can be sorted. */
public record Column(String label, boolean figures, @Nullable String sortHref, Order order) {

    public enum Order {
        NONE("none"),
        ASCENDING("ascending"),
        DESCENDING("descending");

        private final String aria;

        Order(String aria) {
            this.aria = aria;
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
