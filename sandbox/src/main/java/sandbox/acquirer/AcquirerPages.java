package sandbox.acquirer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sandbox.card.TestCard;
import sandbox.card.TestCards;
import sandbox.shared.Html;
import sandbox.shared.Json;

/** The acquirer's control page. */
final class AcquirerPages {
    private static final int NEWEST = 30;

    private AcquirerPages() {}

    static String control(Map<String, Object> state, Ledger ledger) {
        return Html.page(
                "acquirer",
                Map.of(
                        "state", Json.text(state),
                        "tokens", String.valueOf(state.get("tokens")),
                        "count", String.valueOf(state.get("payments")),
                        "latency", String.valueOf(state.get("latencyMillis")),
                        "payments", payments(ledger.newest(NEWEST)),
                        "cards", cards()));
    }

    private static String payments(List<Payment> newest) {
        if (newest.isEmpty()) {
            return "<tr><td colspan=5 class=quiet>No payments yet.</td></tr>";
        }
        return newest.stream().map(AcquirerPages::row).collect(Collectors.joining());
    }

    private static String row(Payment payment) {
        String status = payment.status().tag();
        return "<tr><td><code>"
                + Html.escape(payment.id())
                + "</code></td><td>"
                + Html.escape(payment.reference())
                + "</td><td class=figure>"
                + payment.amount()
                + " "
                + Html.escape(payment.currency())
                + "</td><td><span class='tag "
                + status
                + "'>"
                + status
                + "</span></td><td>"
                + Html.escape(payment.reason() == null ? "" : payment.reason())
                + "</td></tr>";
    }

    private static String cards() {
        return TestCards.all().stream().map(AcquirerPages::row).collect(Collectors.joining());
    }

    private static String row(TestCard card) {
        return "<tr><td><code>"
                + card.number()
                + "</code></td><td>"
                + Html.escape(card.brand().title())
                + "</td><td>"
                + card.issuerCountry()
                + "</td><td>"
                + card.outcome().tag()
                + "</td><td>"
                + Html.escape(card.note() + (card.later() == null ? "" : ": " + card.later()))
                + "</td></tr>";
    }
}
