/** Mail and SMS in four languages: written with the change, sent by the run. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "run"})
package keiyaku.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
