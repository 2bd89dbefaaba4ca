/**
 * Measures the built product as a child process, on data of its own, against the limit of the same
 * machine in the same run. Figures, not rules: nothing here is part of the product.
 */
@NullMarked
package keiyaku.bench;

import org.jspecify.annotations.NullMarked;
