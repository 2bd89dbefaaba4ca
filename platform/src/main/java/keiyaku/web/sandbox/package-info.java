/** Pages that are there in the sandbox set-up only: moving time. */
@NullMarked
package keiyaku.web.sandbox;

import org.jspecify.annotations.NullMarked;
