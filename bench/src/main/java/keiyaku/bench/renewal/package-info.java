/**
 * The renewal run as production does it, in processes of its own, against the limit: binary COPY of
 * the very same rows on the same server in the same call.
 */
@NullMarked
package keiyaku.bench.renewal;

import org.jspecify.annotations.NullMarked;
