/** PostgreSQL: embedded by default, external by URL; migrations, roles, bulk writes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package keiyaku.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
