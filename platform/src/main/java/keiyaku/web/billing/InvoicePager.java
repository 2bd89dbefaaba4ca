package keiyaku.web.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to newer and older invoices than those shown. */
public record InvoicePager(boolean hasNewer, boolean hasOlder, List<InvoiceView> shown) {

    public boolean isNeeded() {
        return hasNewer || hasOlder;
    }

    public @Nullable String newer() {
        return hasNewer && !shown.isEmpty()
                ? "/my/invoices?after=" + shown.getFirst().invoice().id()
                : null;
    }

    public @Nullable String older() {
        return hasOlder && !shown.isEmpty()
                ? "/my/invoices?before=" + shown.getLast().invoice().id()
                : null;
    }
}
