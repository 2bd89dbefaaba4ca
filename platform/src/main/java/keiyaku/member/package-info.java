/** Members and their logins: sign-up, verification, profile, sessions (M-1 to M-14). */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "run", "notification", "catalog"})
package keiyaku.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
