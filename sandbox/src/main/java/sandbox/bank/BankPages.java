package sandbox.bank;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import sandbox.shared.Html;

/** The bank's control page. */
final class BankPages {
    private BankPages() {}

    static String control(Map<String, Object> state) {
        return Html.page(
                "bank",
                Map.of(
                        "now", Objects.requireNonNull(state.get("now")).toString(),
                        "accounts", accounts((Map<?, ?>) state.get("virtualAccounts")),
                        "mandates", mandates((List<?>) state.get("mandates")),
                        "transfers", transfers((List<?>) state.get("transfers"))));
    }

    private static String accounts(@org.jspecify.annotations.Nullable Map<?, ?> virtual) {
        return rows(
                Objects.requireNonNull(virtual).entrySet().stream()
                        .map(e -> row(e.getValue(), e.getKey()))
                        .toList(),
                2);
    }

    private static String mandates(@org.jspecify.annotations.Nullable List<?> mandates) {
        return rows(
                Objects.requireNonNull(mandates).stream()
                        .map(Mandate.class::cast)
                        .map(m -> row(m.account(), m.holder(), m.state().tag()))
                        .toList(),
                3);
    }

    private static String transfers(@org.jspecify.annotations.Nullable List<?> transfers) {
        return rows(
                Objects.requireNonNull(transfers).reversed().stream()
                        .map(Transfer.class::cast)
                        .map(t -> row(t.on(), t.number(), t.amount(), t.payer()))
                        .toList(),
                4);
    }

    private static String rows(List<String> rows, int columns) {
        return rows.isEmpty()
                ? "<tr><td colspan=" + columns + " class=quiet>None yet.</td></tr>"
                : String.join("", rows);
    }

    private static String row(Object... cells) {
        return java.util.Arrays.stream(cells)
                .map(cell -> "<td>" + Html.escape(String.valueOf(cell)) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
