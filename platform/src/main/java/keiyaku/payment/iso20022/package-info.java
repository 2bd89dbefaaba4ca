/** ISO 20022 messages of banks outside Japan: pain.008 and camt.054 (P-7, P-8). Pure. */
@NullMarked
package keiyaku.payment.iso20022;

import org.jspecify.annotations.NullMarked;
