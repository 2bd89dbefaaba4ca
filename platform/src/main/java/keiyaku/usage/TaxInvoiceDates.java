package keiyaku.usage;

import java.time.LocalDate;
import keiyaku.catalog.Catalog;
import keiyaku.member.Member;
import keiyaku.member.TaxInvoices;

/**
 * Where the provider is in Korea, a business's monthly bill is its tax invoice of the month, of
 * which there is one (B-24).
 */
final class TaxInvoiceDates {

    private static final String KOREA = "KR";

    private TaxInvoiceDates() {}

    /**
     * The date of a bill that is made on a day: of those that chose this month, the last day of the
     * month of supply; else that day, which is before the 10th.
     */
    static LocalDate dated(Bill bill, Member member, Catalog catalog, LocalDate madeOn) {
        var country = catalog.provider().country();
        var supply =
                country.equals(KOREA)
                        && member.isDomestic(country)
                        && member.taxInvoices() == TaxInvoices.THIS_MONTH;
        return supply ? bill.month().atEndOfMonth() : madeOn;
    }
}
