package keiyaku.catalog;

import java.time.LocalDate;

/** Nothing was ever offered on the day that is asked for: the product is not set up yet. */
public final class NoCatalogException extends RuntimeException {
    NoCatalogException(LocalDate day) {
        super(
                "No catalog is in force on "
                        + day
                        + ". Apply one first: ./keiyaku catalog apply FILE");
    }
}
