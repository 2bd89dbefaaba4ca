package keiyaku.web.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to coins in one month, with its total. */
public record CoinMonth(String month, List<Row> rows, String total) {

    public CoinMonth {
        rows = List.copyOf(rows);
    }

    /**
     * One charge or one use.
     *
     * @param until when what is left of a charge expires; null for a use
     * @param href the page of the charge or of the invoice
     */
    public record Row(
            String on,
            String what,
            String amount,
            String left,
            @Nullable String until,
            @Nullable String href) {}
}
