package keiyaku.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.shared.Term;
import keiyaku.web.part.BreakdownLine;
import keiyaku.web.part.CalendarEntry;
import keiyaku.web.part.Column;
import keiyaku.web.part.Link;
import keiyaku.web.part.MenuGroup;
import keiyaku.web.part.MenuItem;
import keiyaku.web.part.Option;
import keiyaku.web.part.TimelineEntry;
import keiyaku.web.part.Tone;

/** What the living page shows, in the language of its reader; always the same days and amounts. */
public final class StyleguideSamples {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 5);
    private static final Instant AT = Instant.parse("2025-11-05T05:12:00Z");
    private static final List<String> SECTIONS =
            List.of("words", "buttons", "forms", "states", "tables", "money", "time", "rest");
    private static final List<String> SECTION_ICONS =
            List.of(
                    "type",
                    "square-mouse-pointer",
                    "text-cursor-input",
                    "circle-check",
                    "table",
                    "receipt-text",
                    "calendar-days",
                    "shapes");

    private final Page page;

    StyleguideSamples(Page page) {
        this.page = page;
    }

    /** A row of the table. */
    public record Invoice(String number, LocalDate issued, Money amount, Tone tone, String state) {}

    public LocalDate day() {
        return DAY;
    }

    public Instant at() {
        return AT;
    }

    public Period period() {
        return new Period(DAY, DAY.plusMonths(1));
    }

    public Term term() {
        return new Term(12);
    }

    public Money yen(long amount) {
        return Money.of(amount, "JPY");
    }

    public Money cents(long amount) {
        return Money.of(amount, "USD");
    }

    public List<MenuGroup> menu() {
        var items =
                java.util.stream.IntStream.range(0, SECTIONS.size())
                        .mapToObj(
                                i ->
                                        MenuItem.of(
                                                t(SECTIONS.get(i)),
                                                "#" + SECTIONS.get(i),
                                                SECTION_ICONS.get(i)))
                        .toList();
        return List.of(
                new MenuGroup("", List.of(MenuItem.of(t("title"), "/styleguide", "palette"))),
                new MenuGroup(t("components"), items));
    }

    public List<Link> trail() {
        return List.of(Link.to(t("home"), "/"), Link.here(t("title"), "/styleguide"));
    }

    public List<Option> plans() {
        return List.of(
                Option.of("light", t("plan.light"), t("plan.light.hint"), perMonth(400)),
                Option.of("standard", t("plan.standard"), t("plan.standard.hint"), perMonth(800)),
                Option.of("large", t("plan.large"), "", perMonth(2_400))
                        .closed(t("plan.large.closed")));
    }

    public List<Option> countries() {
        return List.of(
                Option.of("JP", t("country.jp")),
                Option.of("KR", t("country.kr")),
                Option.of("CN", t("country.cn")));
    }

    public List<Column> columns() {
        return List.of(
                Column.text(t("invoice.number")),
                Column.text(t("invoice.issued"))
                        .sortable("/styleguide?sort=issued#tables", Column.Order.DESCENDING),
                Column.text(t("invoice.state")),
                Column.figures(t("invoice.amount"))
                        .sortable("/styleguide?sort=amount#tables", Column.Order.NONE));
    }

    public List<Invoice> invoices() {
        return List.of(
                invoice("INV-2025-000131", DAY, 8_712, Tone.WAITING, "open"),
                invoice("INV-2025-000104", DAY.minusMonths(1), 8_712, Tone.GOOD, "paid"),
                invoice("INV-2025-000077", DAY.minusMonths(2), 110_000, Tone.BAD, "failed"),
                invoice("INV-2025-000052", DAY.minusMonths(3), -1_290, Tone.QUIET, "credited"));
    }

    public List<Link> steps() {
        return List.of(
                Link.to(t("step.plan"), "#time"),
                Link.to(t("step.terms"), "#time"),
                Link.here(t("step.details"), "#time"),
                Link.to(t("step.confirm"), "#time"),
                Link.to(t("step.done"), "#time"));
    }

    public List<Link> tabs() {
        return List.of(
                Link.here(t("tab.contract"), "#rest"),
                Link.to(t("tab.members"), "#rest"),
                Link.to(t("tab.activity"), "#rest"));
    }

    public List<CalendarEntry> calendar() {
        return List.of(
                new CalendarEntry(
                        DAY.minusDays(1), t("calendar.deadline"), null, null, Tone.WAITING),
                new CalendarEntry(
                        DAY, t("calendar.renewal"), t("calendar.card"), yen(8_712), Tone.GOOD),
                new CalendarEntry(
                        DAY.plusMonths(2),
                        t("calendar.price"),
                        t("calendar.price.note"),
                        null,
                        Tone.INFO),
                new CalendarEntry(
                        DAY.plusMonths(9), t("calendar.end"), null, yen(2_041), Tone.CAUTION));
    }

    public List<TimelineEntry> timeline() {
        return List.of(
                new TimelineEntry(AT, t("timeline.paid"), t("timeline.run"), null, Tone.GOOD),
                new TimelineEntry(
                        AT.minus(Duration.ofDays(2)),
                        t("timeline.failed"),
                        t("timeline.run"),
                        t("timeline.failed.why"),
                        Tone.BAD),
                new TimelineEntry(
                        AT.minus(Duration.ofDays(31)),
                        t("timeline.applied"),
                        t("timeline.person"),
                        null,
                        Tone.QUIET));
    }

    public List<BreakdownLine> fee() {
        return List.of(
                BreakdownLine.of(
                        t("fee.enjoyed"),
                        yen(1_190),
                        t("fee.enjoyed.1", yen(12_000), yen(9_600), yen(2_400)),
                        t("fee.enjoyed.2", yen(2_400), yen(1_190))),
                BreakdownLine.of(t("fee.rest"), yen(483), t("fee.rest.1", yen(9_600), yen(483))),
                BreakdownLine.of(t("fee.usage"), yen(368)));
    }

    private Invoice invoice(String number, LocalDate issued, long yen, Tone tone, String state) {
        return new Invoice(number, issued, yen(yen), tone, t("invoice." + state));
    }

    private String perMonth(long yen) {
        return t("plan.price", yen(yen));
    }

    private String t(String key, Object... arguments) {
        return page.t("web.style." + key, arguments);
    }
}
