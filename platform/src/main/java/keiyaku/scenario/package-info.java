/** Scenarios: the platform in motion on a virtual clock. */
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
            "billing",
            "payment",
            "provisioning",
            "certificate",
            "contract",
            "usage"
        })
package keiyaku.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
