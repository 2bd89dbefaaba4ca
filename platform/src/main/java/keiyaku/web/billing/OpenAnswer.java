package keiyaku.web.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import keiyaku.billing.Receivable;
import keiyaku.shared.Money;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;

/** The first sentence of the list: what is open, and when it is collected. */
public record OpenAnswer(String text, Tone tone) {

    static OpenAnswer of(Page page, List<Receivable> open) {
        var owed = open.stream().filter(r -> r.open().isPositive()).toList();
        var failed = owed.stream().filter(r -> r.failures() > 0 || r.overdueStage() > 0).toList();
        if (!failed.isEmpty()) {
            return new OpenAnswer(
                    page.t("billing.answer.failed", sums(page, failed)), Tone.CAUTION);
        }
        if (!owed.isEmpty()) {
            return new OpenAnswer(owed(page, owed), Tone.INFO);
        }
        if (!open.isEmpty()) {
            return new OpenAnswer(
                    page.t("billing.answer.giving-back", sums(page, open)), Tone.INFO);
        }
        return new OpenAnswer(page.t("billing.answer.none"), Tone.GOOD);
    }

    private static String owed(Page page, List<Receivable> owed) {
        var next =
                owed.stream()
                        .map(Receivable::collectAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.<Instant>naturalOrder());
        return next.map(at -> LocalDate.ofInstant(at, owed.getFirst().zone()))
                .map(day -> page.t("billing.answer.open", sums(page, owed), day))
                .orElseGet(() -> page.t("billing.answer.collecting", sums(page, owed)));
    }

    /** Amounts of different currencies stand beside each other (B-1). */
    private static String sums(Page page, List<Receivable> open) {
        var sums = new LinkedHashMap<String, Money>();
        open.forEach(
                r ->
                        sums.merge(
                                r.open().currency().getCurrencyCode(),
                                r.open().abs(),
                                Money::plus));
        return sums.values().stream().map(page::money).collect(Collectors.joining(" + "));
    }
}
