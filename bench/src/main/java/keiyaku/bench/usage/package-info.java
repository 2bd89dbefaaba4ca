/**
 * The intake of events over the product's own API, in a process of its own, against the limit:
 * binary COPY of the very same rows on the same server in the same call.
 */
@NullMarked
package keiyaku.bench.usage;

import org.jspecify.annotations.NullMarked;
