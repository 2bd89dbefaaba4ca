/** Stored value: credits, discounts, coupons, coins (S-1 to S-10). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "database", "run", "notification", "catalog", "member"})
package keiyaku.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
