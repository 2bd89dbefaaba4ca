package keiyaku.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import keiyaku.billing.Computation.Metered;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Meter;
import keiyaku.contract.UsedContract;

/** The rates that a contract agreed to, by the catalog of the day on which it did (C-1). */
final class Rates {

    private final Function<LocalDate, Catalog> catalogs;
    private final Catalog today;
    private final Map<LocalDate, Catalog> read = new HashMap<>();

    Rates(Function<LocalDate, Catalog> catalogs, Catalog today) {
        this.catalogs = catalogs;
        this.today = today;
    }

    Catalog today() {
        return today;
    }

    /** A month's use, rated. */
    Metered rated(UsedContract contract, YearMonth month, String meter, BigDecimal quantity) {
        var known = meter(contract, month, meter);
        return new Metered(
                today.provider().currency(), known.unit(), known.scheme(), quantity, known.free());
    }

    /** A meter that came after the agreement has the rates of today. */
    private Meter meter(UsedContract contract, YearMonth month, String code) {
        return contract.pricedOn(month.atDay(1))
                .flatMap(day -> meter(read.computeIfAbsent(day, catalogs), contract, code))
                .or(() -> meter(today, contract, code))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the catalog has no meter "
                                                + code
                                                + " of "
                                                + contract.product()));
    }

    private static Optional<Meter> meter(Catalog catalog, UsedContract contract, String code) {
        return catalog.product(contract.product()).flatMap(product -> product.meter(code));
    }
}
