/** Requests of the REST API over HTTP, against the same statements without it. */
@NullMarked
package keiyaku.bench.api;

import org.jspecify.annotations.NullMarked;
