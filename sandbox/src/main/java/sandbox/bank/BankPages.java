package sandbox.bank;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Html;
import sandbox.shared.Language;

/** The bank's control page. */
final class BankPages {
    private BankPages() {}

    static String control(Context ctx, Map<String, Object> state) {
        var words = Language.asked(ctx);
        var now = Instant.parse(Objects.requireNonNull(state.get("now")).toString());
        return Html.page(
                ctx,
                "bank",
                Map.of(
                        "now", words.word("bank.lead").replace("{0}", words.time(now)),
                        "accounts", accounts(words, (Map<?, ?>) state.get("virtualAccounts")),
                        "mandates", mandates(words, (List<?>) state.get("mandates")),
                        "transfers", transfers(words, (List<?>) state.get("transfers"))));
    }

    private static String accounts(Language words, @Nullable Map<?, ?> virtual) {
        return rows(
                words,
                Objects.requireNonNull(virtual).entrySet().stream()
                        .map(e -> row(e.getValue(), e.getKey()))
                        .toList(),
                2);
    }

    private static String mandates(Language words, @Nullable List<?> mandates) {
        return rows(
                words,
                Objects.requireNonNull(mandates).stream()
                        .map(Mandate.class::cast)
                        .map(
                                m ->
                                        row(
                                                m.account(),
                                                m.holder(),
                                                words.word("bank.state." + m.state().tag())))
                        .toList(),
                3);
    }

    private static String transfers(Language words, @Nullable List<?> transfers) {
        return rows(
                words,
                Objects.requireNonNull(transfers).reversed().stream()
                        .map(Transfer.class::cast)
                        .map(t -> row(t.on(), t.number(), t.amount(), t.payer()))
                        .toList(),
                4);
    }

    private static String rows(Language words, List<String> rows, int columns) {
        return rows.isEmpty()
                ? "<tr><td colspan="
                        + columns
                        + " class=quiet>"
                        + words.word("sandbox.none")
                        + "</td></tr>"
                : String.join("", rows);
    }

    private static String row(Object... cells) {
        return java.util.Arrays.stream(cells)
                .map(cell -> "<td>" + Html.escape(String.valueOf(cell)) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
