package keiyaku.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;

/** What applying a file does, decided before anything is written. */
record Applying(Diff diff, List<Timeline.Version> versions) {

    /** A file, from when it is to count, and on which day that is asked. */
    record Wish(CatalogFile file, LocalDate effectiveOn, LocalDate today) {}

    /**
     * Refuses a day in the past, since what was offered then cannot be changed any more, and a
     * change that would leave one planned for later without something that it names.
     */
    static Applying decide(Timeline timeline, Wish wish, long revision) {
        var day = wish.effectiveOn();
        if (timeline.revision().isPresent() && day.isBefore(wish.today())) {
            throw new RefusedException(Refusal.of("effective-date-past", Map.of("on", day)));
        }
        var before = timeline.on(day).orElse(null);
        var diff = Comparison.of(before, wish.file().catalog(), day);
        var versions = versions(diff, Items.of(wish.file().catalog()), revision);
        requireWhole(timeline.with(versions), day);
        return new Applying(diff, versions);
    }

    private static List<Timeline.Version> versions(
            Diff diff, Map<Items.Key, Map<String, Object>> items, long revision) {
        var versions = new ArrayList<Timeline.Version>();
        for (var change : diff.changes()) {
            var key = new Items.Key(change.kind(), change.code());
            var item = items.get(key);
            var definition = item == null ? null : Items.json(item);
            versions.add(new Timeline.Version(key, diff.effectiveOn(), revision, definition));
        }
        return withOrder(versions, items);
    }

    /** A product that comes or goes changes the order as well, though that is no news. */
    private static List<Timeline.Version> withOrder(
            List<Timeline.Version> versions, Map<Items.Key, Map<String, Object>> items) {
        var products = versions.stream().filter(v -> v.key().kind() == ItemKind.PRODUCT).toList();
        var written = versions.stream().anyMatch(v -> v.key().equals(Items.PRODUCT_ORDER));
        if (!products.isEmpty() && !written) {
            var first = products.getFirst();
            var order = Items.json(items.getOrDefault(Items.PRODUCT_ORDER, Map.of()));
            versions.add(
                    new Timeline.Version(
                            Items.PRODUCT_ORDER, first.from(), first.revision(), order));
        }
        return versions;
    }

    private static void requireWhole(Timeline timeline, LocalDate day) {
        for (var later : timeline.changesAfter(day)) {
            timeline.on(later)
                    .flatMap(References::first)
                    .ifPresent(broken -> refuse(later, broken.reason()));
        }
    }

    private static void refuse(LocalDate later, String reason) {
        throw new RefusedException(
                Refusal.of("catalog-conflict", Map.of("on", later, "reason", reason)));
    }
}
