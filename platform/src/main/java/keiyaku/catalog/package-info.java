/** Products, plans, prices, tax rates and terms documents, with effective dates (C-1, B-19). */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database"})
package keiyaku.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
