/** Pages of invoices: what is open, why an amount is what it is, and the paper. */
@NullMarked
package keiyaku.web.billing;

import org.jspecify.annotations.NullMarked;
