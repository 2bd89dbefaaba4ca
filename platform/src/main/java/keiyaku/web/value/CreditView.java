package keiyaku.web.value;

import java.util.List;
import keiyaku.value.Credit;

/** A credit as the page shows it. */
public record CreditView(Credit credit, String products, List<HistoryLine> history) {}
