package keiyaku.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a new catalog changes from a day on. */
public record Diff(LocalDate effectiveOn, List<Change> changes) {

    public Diff {
        changes = List.copyOf(changes);
    }

    /** What happens to an item. */
    public enum What {
        ADDED,
        CHANGED,
        WITHDRAWN
    }

    /** One item: a product, a coupon, …; details only where it is changed. */
    public record Change(What what, ItemKind kind, String code, List<Detail> details) {
        public Change {
            details = List.copyOf(details);
        }
    }

    /** A value in an item, such as plans.lite.prices.P1M.amount; null: not there. */
    public record Detail(String path, @Nullable String before, @Nullable String after) {}

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** For reading, one line each: + added, ~ changed with its values, - withdrawn. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var change : changes) {
            var name = change.kind().code() + " " + change.code();
            lines.add(
                    switch (change.what()) {
                        case ADDED -> "+ " + name;
                        case CHANGED -> "~ " + name;
                        case WITHDRAWN -> "- " + name + " (no longer offered; kept in history)";
                    });
            change.details().forEach(detail -> lines.add("    " + line(detail)));
        }
        return List.copyOf(lines);
    }

    private static String line(Detail detail) {
        return detail.path() + ": " + shown(detail.before()) + " → " + shown(detail.after());
    }

    private static String shown(@Nullable String value) {
        return value == null ? "(none)" : value;
    }
}
