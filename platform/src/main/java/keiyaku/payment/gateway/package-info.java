/** The way out to acquirer, bank and wallet (P-11): card forms, payments, look-ups, files. */
@NullMarked
package keiyaku.payment.gateway;

import org.jspecify.annotations.NullMarked;
