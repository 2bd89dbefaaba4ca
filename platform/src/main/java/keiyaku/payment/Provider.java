package keiyaku.payment;

import java.time.YearMonth;
import java.util.Currency;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.iso20022.Iban;
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

    /** Its registered name. */
    String issuer() {
        return catalogs.current().provider().issuer().name();
    }

    /** Whether bank accounts of its country are named by IBANs. */
    boolean usesIban() {
        return Iban.isUsedIn(country());
    }

    /** The month by which a card's expiry is judged. */
    YearMonth month() {
        return YearMonth.from(catalogs.today());
    }
}
