/**
 * Pages of payment methods: what is registered, what may be, and the acquirer's form (P-5, P-6).
 */
@NullMarked
package keiyaku.web.payment;

import org.jspecify.annotations.NullMarked;
