/** Metered use: its events, what they cost, the monthly bill and its estimate (B-7, B-8, S-8). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "run",
            "catalog",
            "member",
            "billing",
            "contract"
        })
package keiyaku.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
