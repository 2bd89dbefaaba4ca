package keiyaku.payment;

import java.time.YearMonth;
import java.util.Currency;
import keiyaku.catalog.Catalogs;
import org.springframework.stereotype.Component;

/** The company whose platform this is, as far as paying asks: from the catalog in force. */
@Component
class Provider {

    private final Catalogs catalogs;

    Provider(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    String country() {
        return catalogs.current().provider().country();
    }

    Currency currency() {
        return catalogs.current().provider().currency();
    }

    /** The month by which a card's expiry is judged. */
    YearMonth month() {
        return YearMonth.from(catalogs.today());
    }
}
