/** Contracts: application, trial, paid, renewal, upgrade, cancellation, quotes (C-2 to C-14). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "run",
            "notification",
            "catalog",
            "member",
            "billing",
            "payment",
            "provisioning",
            "certificate"
        })
package keiyaku.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
