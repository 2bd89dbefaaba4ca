package keiyaku.catalog;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import keiyaku.database.PerTransaction;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalog of any day, and the applying of new ones (C-1). */
@Component
public class Catalogs {

    private final CatalogStore store;
    private final MovableClock clock;
    private final PerTransaction<Timeline> inTransaction = new PerTransaction<>(Timeline.class);
    private volatile Timeline known = new Timeline(null, List.of());

    Catalogs(CatalogStore store, MovableClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether a catalog was ever applied. */
    public boolean any() {
        return timeline().revision().isPresent();
    }

    /** The catalog in force today, by the day in the provider's zone. */
    public Catalog current() {
        return on(today());
    }

    /** The catalog in force on a day, past or planned; there is one from the first day on. */
    public Catalog on(LocalDate day) {
        return timeline().on(day).orElseThrow(() -> new NoCatalogException(day));
    }

    /** Today in the provider's zone. */
    public LocalDate today() {
        var timeline = timeline();
        var day = todayIn(ZoneOffset.UTC);
        // The zone may change as well: that of the day in UTC counts, or else the first one.
        return timeline.on(day)
                .or(timeline::first)
                .map(catalog -> todayIn(catalog.provider().zone()))
                .orElse(day);
    }

    /** What a file would change if it was applied as of today. */
    public Diff preview(CatalogFile file) {
        return preview(file, any() ? today() : todayIn(file.catalog().provider().zone()));
    }

    /** What a file would change if it was applied as of a day; refuses what apply refuses. */
    public Diff preview(CatalogFile file, LocalDate effectiveOn) {
        var wish = new Applying.Wish(file, effectiveOn, today());
        return Applying.decide(timeline(), wish, store.nextNumber()).diff();
    }

    /**
     * Makes a file the catalog from a day on: today or later; the first one, any day. What the file
     * does not have is withdrawn from that day. Changes planned for later days stay planned.
     *
     * @return what has changed; when it is empty nothing is written
     */
    @Transactional
    public Diff apply(CatalogFile file, LocalDate effectiveOn, String by) {
        long number = store.nextNumber();
        var wish = new Applying.Wish(file, effectiveOn, today());
        var applying = Applying.decide(timeline(), wish, number);
        if (applying.versions().isEmpty()) {
            return applying.diff();
        }
        var revision =
                new CatalogStore.Revision(
                        number, Ids.next(clock), effectiveOn, clock.instant(), by, file.name());
        try {
            store.insert(revision);
        } catch (DuplicateKeyException e) {
            throw new RefusedException(Refusal.of("catalog-changed-meanwhile", Map.of()));
        }
        store.insert(applying.versions());
        inTransaction.forget();
        return applying.diff();
    }

    /** The catalog of a day as a file; applying it changes nothing. */
    public String export(LocalDate day) {
        return YamlWriter.write(Trees.catalog(on(day)));
    }

    /** The same for all that a transaction asks. */
    private Timeline timeline() {
        return inTransaction.get(this::newest);
    }

    /** What is known, read again when another revision was applied, here or elsewhere. */
    private Timeline newest() {
        var last = store.last();
        var timeline = known;
        if (!timeline.revision().equals(last)) {
            timeline = new Timeline(last.orElse(null), store.versions());
            known = timeline;
        }
        return timeline;
    }

    private LocalDate todayIn(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
