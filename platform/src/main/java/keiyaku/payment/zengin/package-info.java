/**
 * Bank files in the formats of the Japanese Bankers Association: direct debit (120 bytes) and
 * notices of incoming transfers (200 bytes). Pure: bytes in, records out, and back (P-7, P-8).
 */
@NullMarked
package keiyaku.payment.zengin;

import org.jspecify.annotations.NullMarked;
