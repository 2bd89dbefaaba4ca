/** What measurements stand on: the product's doors on a database of their own, and its members. */
@NullMarked
package keiyaku.bench.world;

import org.jspecify.annotations.NullMarked;
