package keiyaku.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between two catalogs, item by item and value by value. */
final class Comparison {

    /** By what an entry of a list is told apart from the others. */
    private static final List<String> NAMES = List.of("code", "term", "upTo", "from");

    private Comparison() {}

    /** What the second changes of the first, which may be none at all. */
    static Diff of(@Nullable Catalog before, Catalog after, LocalDate effectiveOn) {
        var old = before == null ? Map.<Items.Key, Map<String, Object>>of() : Items.of(before);
        var changes = new ArrayList<Diff.Change>();
        var current = Items.of(after);
        current.forEach((key, item) -> change(key, old.get(key), item).ifPresent(changes::add));
        for (var key : old.keySet()) {
            if (!current.containsKey(key)) {
                changes.add(change(Diff.What.WITHDRAWN, key, List.of()));
            }
        }
        changes.removeIf(change -> followsFromOthers(change, before, after));
        return new Diff(effectiveOn, changes);
    }

    private static Optional<Diff.Change> change(
            Items.Key key, @Nullable Map<String, Object> before, Map<String, Object> after) {
        if (before == null) {
            return Optional.of(change(Diff.What.ADDED, key, List.of()));
        }
        var details = details(flat(before), flat(after));
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(change(Diff.What.CHANGED, key, details));
    }

    private static Diff.Change change(Diff.What what, Items.Key key, List<Diff.Detail> details) {
        return new Diff.Change(what, key.kind(), key.code(), details);
    }

    /** The order of products is news only when those that stay change places. */
    private static boolean followsFromOthers(
            Diff.Change change, @Nullable Catalog before, Catalog after) {
        return change.kind() == ItemKind.ORDER
                && (before == null || shared(before, after).equals(shared(after, before)));
    }

    private static List<String> shared(Catalog catalog, Catalog with) {
        return catalog.products().stream()
                .map(Product::code)
                .filter(code -> with.product(code).isPresent())
                .toList();
    }

    private static List<Diff.Detail> details(
            Map<String, String> before, Map<String, String> after) {
        var paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                .map(path -> new Diff.Detail(path, before.get(path), after.get(path)))
                .toList();
    }

    private static Map<String, String> flat(Map<String, Object> tree) {
        var values = new LinkedHashMap<String, String>();
        flatten("", tree, values);
        return values;
    }

    private static void flatten(String path, Object tree, Map<String, String> values) {
        switch (tree) {
            case Map<?, ?> map -> {
                if (path.endsWith("features")) {
                    values.put(path, joined(map.keySet().stream()));
                }
                map.forEach((key, value) -> flatten(under(path, key), value, values));
            }
            case List<?> list when list.stream().anyMatch(Map.class::isInstance) -> {
                values.put(path, joined(list.stream().map(Comparison::name)));
                list.forEach(entry -> flatten(under(path, name(entry)), entry, values));
            }
            case List<?> list -> values.put(path, joined(list.stream()));
            default -> values.put(path, tree.toString());
        }
    }

    private static String name(Object entry) {
        if (entry instanceof Map<?, ?> map) {
            for (var name : NAMES) {
                if (map.containsKey(name)) {
                    return String.valueOf(map.get(name));
                }
            }
        }
        return "rest";
    }

    private static String under(String path, Object key) {
        return path.isEmpty() ? key.toString() : path + "." + key;
    }

    private static String joined(Stream<?> values) {
        return values.map(String::valueOf).collect(Collectors.joining(", "));
    }
}
