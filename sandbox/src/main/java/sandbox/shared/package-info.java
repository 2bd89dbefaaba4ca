/** What every program of the sandbox uses: its HTTP server, JSON, journal, pages and signatures. */
@NullMarked
package sandbox.shared;

import org.jspecify.annotations.NullMarked;
