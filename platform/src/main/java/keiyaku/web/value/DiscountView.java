package keiyaku.web.value;

import java.util.List;
import keiyaku.value.Discount;

/** A discount as the page shows it. */
public record DiscountView(
        Discount discount, String off, String products, List<HistoryLine> history) {}
