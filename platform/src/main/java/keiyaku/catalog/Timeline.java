package keiyaku.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that was ever applied, up to one revision, and so the catalog of any day. Does not change;
 * the catalogs between two days of change are made once.
 */
final class Timeline {

    /** An item from a day on; without a definition it is withdrawn. */
    record Version(Items.Key key, LocalDate from, long revision, @Nullable String definition) {}

    /** Of one day the later revision counts; of several days the latest. */
    private static final Comparator<Version> IN_ORDER =
            Comparator.comparing(Version::from).thenComparingLong(Version::revision);

    private final @Nullable UUID revision;
    private final List<Version> versions;
    private final NavigableSet<LocalDate> days;
    private final Map<LocalDate, Catalog> catalogs = new ConcurrentHashMap<>();

    Timeline(@Nullable UUID revision, List<Version> versions) {
        this.revision = revision;
        this.versions = versions.stream().sorted(IN_ORDER).toList();
        this.days =
                versions.stream().map(Version::from).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The identity of the last revision in it; none when nothing was ever applied. */
    Optional<UUID> revision() {
        return Optional.ofNullable(revision);
    }

    /** The catalog in force on a day; empty before the first. */
    Optional<Catalog> on(LocalDate day) {
        var since = days.floor(day);
        return since == null
                ? Optional.empty()
                : Optional.of(catalogs.computeIfAbsent(since, this::assemble));
    }

    /** The catalog with which it begins. */
    Optional<Catalog> first() {
        return days.isEmpty() ? Optional.empty() : on(days.first());
    }

    /** The days after a given one on which something changes. */
    List<LocalDate> changesAfter(LocalDate day) {
        return List.copyOf(days.tailSet(day, false));
    }

    Timeline with(List<Version> more) {
        var all = new ArrayList<>(versions);
        all.addAll(more);
        return new Timeline(revision, all);
    }

    private Catalog assemble(LocalDate day) {
        var inForce = new HashMap<Items.Key, String>();
        for (var version : versions) {
            if (version.from().isAfter(day)) {
                break;
            }
            if (version.definition() == null) {
                inForce.remove(version.key());
            } else {
                inForce.put(version.key(), version.definition());
            }
        }
        return Items.assemble(inForce);
    }
}
