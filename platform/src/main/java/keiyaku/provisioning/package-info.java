/**
 * Telling product sites what a contract needs: at least once, in order, with dead letters (C-15).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "run"})
package keiyaku.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
