package keiyaku.web.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import keiyaku.catalog.Product;
import keiyaku.contract.Change;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractCalendar;
import keiyaku.contract.ContractState;
import keiyaku.contract.Reservations.RenewalChoice;
import keiyaku.contract.Workspace;
import keiyaku.web.Page;
import keiyaku.web.part.CalendarEntry;
import keiyaku.web.part.TimelineEntry;
import keiyaku.web.part.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A contract as its page shows it.
 *
 * @param answer the first sentence
 * @param method how it is paid: Visa ···242; empty when there is none
 * @param site the product's own site for this contract; empty when there is none
 */
public record ContractView(
        Contract contract,
        Product product,
        @Nullable Workspace workspace,
        String answer,
        ComingUp calendar,
        List<ContractCalendar.EndDay> endDays,
        List<TimelineEntry> history,
        String method,
        String site) {

    public String path() {
        return Words.path(contract.id());
    }

    public boolean inTrial() {
        return contract.state() == ContractState.TRIAL;
    }

    public boolean active() {
        return contract.state() == ContractState.ACTIVE;
    }

    public boolean ended() {
        return contract.state() == ContractState.ENDED;
    }

    public @Nullable LocalDate cancelOn() {
        return contract.reservations().cancelOn();
    }

    public @Nullable LocalDate startsOn() {
        var start = contract.reservations().paidStart();
        return start == null ? null : start.on();
    }

    /** What follows the running term, in words (C-9). */
    public String renewal(Page page) {
        return switch (contract.reservations().renewal()) {
            case null -> page.t("contract.renewal.by-month");
            case RenewalChoice.Ends ends -> page.t("contract.renewal.none");
            case RenewalChoice.Continues next ->
                    page.t(
                            "contract.renewal.chosen",
                            plan(page, next.plan()),
                            new Prices.Way(next.term(), next.billing()).label(page));
        };
    }

    private String plan(Page page, String code) {
        return product.plan(code).map(plan -> plan.name().in(page.language())).orElse(code);
    }

    static List<CalendarEntry> calendar(Page page, List<ContractCalendar.Entry> entries) {
        return entries.stream().map(entry -> entry(page, entry, "")).toList();
    }

    /** With the names of options, where an entry is about some. */
    static List<CalendarEntry> calendar(
            Page page, Product product, List<ContractCalendar.Entry> entries) {
        return entries.stream()
                .map(entry -> entry(page, entry, names(page, product, entry.options())))
                .toList();
    }

    private static CalendarEntry entry(Page page, ContractCalendar.Entry entry, String of) {
        var note =
                entry.reserved()
                        ? page.t("contract.calendar.reserved", entry.on().minusDays(1))
                        : null;
        var what = page.t("contract.calendar." + entry.what());
        return new CalendarEntry(
                entry.on(),
                of.isEmpty() ? what : page.t("contract.calendar.of", what, of),
                note,
                entry.total(),
                tone(entry));
    }

    private static String names(Page page, Product product, List<String> options) {
        return options.stream()
                .map(
                        code ->
                                product.option(code)
                                        .map(o -> o.name().in(page.language()))
                                        .orElse(code))
                .collect(Collectors.joining(page.t("contract.list.comma")));
    }

    private static Tone tone(ContractCalendar.Entry entry) {
        return switch (entry.what()) {
            case "cancellation",
                    "trial-end",
                    "term-end",
                    "term-over",
                    "deletion",
                    "lapse",
                    "option-lapse" ->
                    Tone.CAUTION;
            case "trial-notice", "reminder", "deadline" -> Tone.QUIET;
            case "paid-start" -> Tone.GOOD;
            default -> entry.reserved() ? Tone.INFO : Tone.WAITING;
        };
    }

    /** Newest first. */
    static List<TimelineEntry> history(Page page, Product product, List<Change> changes) {
        return changes.reversed().stream().map(change -> entry(page, product, change)).toList();
    }

    private static TimelineEntry entry(Page page, Product product, Change change) {
        var by = change.by().equals("run") ? "run" : by(page, change);
        return new TimelineEntry(
                change.at(),
                page.t("contract.change." + change.type(), change.on()),
                page.t("contract.by." + by),
                History.details(page, product, change),
                History.tone(change.type()));
    }

    private static String by(Page page, Change change) {
        return change.by().equals(Asker.by(page)) ? "you" : "operator";
    }
}
