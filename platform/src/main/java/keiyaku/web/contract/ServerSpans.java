package keiyaku.web.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import keiyaku.catalog.Product;
import keiyaku.contract.Agreement;
import keiyaku.contract.Contract;
import keiyaku.contract.OptionItem;
import keiyaku.contract.Upcoming;
import keiyaku.shared.Period;
import keiyaku.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The drawn time-line of a contract and its options (H-13): one row each, spans as thousandths of
 * the whole.
 */
public record ServerSpans(LocalDate from, LocalDate to, int today, List<Row> rows) {

    private static final int WIDTH = 1000;

    public ServerSpans {
        rows = List.copyOf(rows);
    }

    public record Row(String label, String says, List<Span> spans) {}

    /**
     * A stretch of days.
     *
     * @param kind running, paid, unpaid
     */
    public record Span(int start, int width, String kind) {}

    static ServerSpans of(Page page, Product product, Contract contract, LocalDate today) {
        var hosting = contract.hosting();
        if (hosting == null) {
            return new ServerSpans(today, today, 0, List.of());
        }
        var items = hosting.items().stream().filter(item -> item.endedOn() == null).toList();
        var periods = new ArrayList<Period>();
        add(periods, contract.agreement(), hosting.next());
        items.forEach(item -> add(periods, item.agreement(), item.next()));
        var from = periods.stream().map(Period::start).min(LocalDate::compareTo).orElse(today);
        var end = periods.stream().map(Period::end).max(LocalDate::compareTo).orElse(today);
        var whole = new Period(from, end.isAfter(from) ? end : from.plusDays(1));
        var rows = new ArrayList<Row>();
        rows.add(
                row(
                        page,
                        page.t("contract.server.chart.contract"),
                        whole,
                        contract.agreement(),
                        hosting.next()));
        for (var item : items) {
            rows.add(row(page, name(page, product, item), whole, item.agreement(), item.next()));
        }
        return new ServerSpans(from, whole.lastDay(), place(whole, today), rows);
    }

    private static String name(Page page, Product product, OptionItem item) {
        var name =
                product.option(item.option())
                        .map(option -> option.name().in(page.language()))
                        .orElse(item.option());
        return item.name() == null ? name : name + " " + item.name();
    }

    private static void add(
            List<Period> periods, @Nullable Agreement running, @Nullable Upcoming next) {
        if (running != null) {
            periods.add(running.period());
        }
        if (next != null) {
            periods.add(next.agreement().period());
        }
    }

    private static Row row(
            Page page,
            String label,
            Period whole,
            @Nullable Agreement running,
            @Nullable Upcoming next) {
        var spans = new ArrayList<Span>();
        var says = new ArrayList<String>();
        if (running != null) {
            spans.add(span(whole, running.period(), "running"));
            says.add(page.period(running.period()));
        }
        if (next != null) {
            var kind = next.paid() ? "paid" : "unpaid";
            spans.add(span(whole, next.agreement().period(), kind));
            var first = running == null ? "first-" : "";
            says.add(page.t("contract.server.chart." + first + kind, next.agreement().period()));
        }
        return new Row(label, String.join(page.t("contract.list.comma"), says), spans);
    }

    private static Span span(Period whole, Period part, String kind) {
        int start = place(whole, part.start());
        return new Span(start, Math.max(4, place(whole, part.end()) - start - 3), kind);
    }

    private static int place(Period whole, LocalDate day) {
        var days = ChronoUnit.DAYS.between(whole.start(), day);
        return (int) Math.max(0, Math.min(WIDTH, days * WIDTH / whole.days()));
    }
}
