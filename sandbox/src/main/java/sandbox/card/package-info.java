/** Card numbers: brands, Luhn, and the published test numbers. */
@NullMarked
package sandbox.card;

import org.jspecify.annotations.NullMarked;
