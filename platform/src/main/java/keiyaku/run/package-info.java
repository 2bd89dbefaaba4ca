/** Due work: found by an index, done in chunks, shared by workers, parked where it fails (B-40). */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database"})
package keiyaku.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
