/** The way out to an acquirer (P-11): sessions of hosted card fields, payments, look-ups. */
@NullMarked
package keiyaku.payment.gateway;

import org.jspecify.annotations.NullMarked;
