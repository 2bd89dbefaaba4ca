/** Certificates of customers' names: proven, issued and renewed at an authority (H-2). */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "run", "notification"})
package keiyaku.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
