/** All that speaks HTTP: portal, console, API. */
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
package keiyaku.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
