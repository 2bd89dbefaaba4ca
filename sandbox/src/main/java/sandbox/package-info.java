/** The outside world as programs: one process, several ports. */
@NullMarked
package sandbox;

import org.jspecify.annotations.NullMarked;
