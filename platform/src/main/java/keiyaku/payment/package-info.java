/**
 * Payment methods, collection through the gateway, dunning, refunds (P-1 to P-11, B-20 to B-22).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "run",
            "notification",
            "catalog",
            "member",
            "value",
            "billing"
        })
package keiyaku.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
