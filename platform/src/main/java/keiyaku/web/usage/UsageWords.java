package keiyaku.web.usage;

import java.util.List;
import keiyaku.billing.Charge;
import keiyaku.billing.Computation.Metered;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Meter;
import keiyaku.catalog.Product;
import keiyaku.shared.Text;
import keiyaku.web.Page;
import keiyaku.web.billing.InvoiceWords;

/** The words of an estimate: products, meters, quantities, and why an amount is what it is. */
public final class UsageWords {

    private final Page page;
    private final Catalog catalog;
    private final InvoiceWords invoices;

    UsageWords(Page page, Catalog catalog) {
        this.page = page;
        this.catalog = catalog;
        this.invoices = new InvoiceWords(page, catalog);
    }

    public String product(String code) {
        return catalog.product(code)
                .map(Product::name)
                .orElse(Text.english(code))
                .in(page.language());
    }

    public String meter(String product, String code) {
        return catalog.product(product)
                .flatMap(p -> p.meter(code))
                .map(Meter::name)
                .orElse(Text.english(code))
                .in(page.language());
    }

    /** 2,005 GB-month. */
    public String quantity(Metered metered) {
        return page.t("usage.quantity", metered.used(), metered.unit());
    }

    public List<String> why(Metered metered) {
        return invoices.why(metered);
    }

    public String what(Charge charge) {
        return invoices.what(charge);
    }

    public List<String> why(Charge charge) {
        return invoices.why(charge);
    }
}
