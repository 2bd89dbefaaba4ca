package keiyaku.catalog;

import java.time.LocalDate;
import keiyaku.shared.RefusedException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Loads the demo catalog at the first start in the sandbox, before the web answers. It counts
 * from always, so that a scenario may begin on any day.
 */
@Component
@ConditionalOnBooleanProperty("keiyaku.sandbox")
class DemoCatalog implements SmartInitializingSingleton {

    private final Catalogs catalogs;

    DemoCatalog(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (catalogs.any()) {
            return;
        }
        try {
            catalogs.apply(CatalogFile.demo(), LocalDate.EPOCH, "first start");
        } catch (RefusedException e) {
            // Another process started at the same time and was faster.
            if (!catalogs.any()) {
                throw e;
            }
        }
    }
}
