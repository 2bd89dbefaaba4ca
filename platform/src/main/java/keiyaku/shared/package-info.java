/** Value types and the clock; no rules. Everything else may use it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package keiyaku.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
