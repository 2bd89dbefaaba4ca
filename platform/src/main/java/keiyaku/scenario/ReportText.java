package keiyaku.scenario;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report for people: a time-line, then the contracts, invoices and balances. */
public final class ReportText {

    private static final String LINE = "─".repeat(72);

    private ReportText() {}

    public static String of(Report report) {
        var text = new StringBuilder();
        heading(text, "What happened");
        for (var event : report.events()) {
            text.append(
                    "  %-25s %-24s %s%n"
                            .formatted(event.get("at"), event.get("type"), rest(event)));
        }
        heading(text, "Contracts");
        report.contracts().forEach(row -> text.append("  ").append(fields(row)).append('\n'));
        heading(text, "Invoices");
        report.invoices().forEach(invoice -> invoice(text, invoice));
        if (!report.refunds().isEmpty()) {
            heading(text, "Refunds");
            report.refunds().forEach(row -> text.append("  ").append(fields(row)).append('\n'));
        }
        if (!report.quotes().isEmpty()) {
            heading(text, "Quotes");
            report.quotes().forEach(row -> text.append("  ").append(fields(row)).append('\n'));
        }
        heading(text, "Balances");
        report.balances()
                .forEach(
                        (member, row) ->
                                text.append("  %-12s %s%n".formatted(member, fields(row))));
        text.append("\n  Ledger: ").append(fields(report.ledger())).append('\n');
        return text.toString();
    }

    private static void heading(StringBuilder text, String title) {
        text.append('\n').append(title).append('\n').append(LINE).append('\n');
    }

    private static void invoice(StringBuilder text, Map<String, Object> invoice) {
        text.append(
                "  %s  %s  issued %s  %s%n"
                        .formatted(
                                invoice.get("number"),
                                invoice.get("member"),
                                invoice.get("issued"),
                                invoice.get("state")));
        if (invoice.get("lines") instanceof List<?> lines) {
            for (var line : lines) {
                if (line instanceof Map<?, ?> row) {
                    text.append(
                            "      %-24s %s .. %s %,12d%n"
                                    .formatted(
                                            row.get("kind"),
                                            row.get("from"),
                                            row.get("to"),
                                            number(row.get("amount"))));
                    text.append("        ").append(row.get("why")).append('\n');
                }
            }
        }
        text.append(
                ("      discount %,d  credit %,d  subtotal %,d  tax %,d  total %,d"
                                + "  coins %,d  collected %,d%n")
                        .formatted(
                                number(invoice.get("discount")),
                                number(invoice.get("credit")),
                                number(invoice.get("subtotal")),
                                number(invoice.get("tax")),
                                number(invoice.get("total")),
                                number(invoice.get("coins")),
                                number(invoice.get("collected"))));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static String rest(Map<String, Object> event) {
        return event.entrySet().stream()
                .filter(e -> !e.getKey().equals("at") && !e.getKey().equals("type"))
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String fields(Map<String, Object> row) {
        return row.entrySet().stream()
                .filter(e -> e.getValue() != null)
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
