/** Settlement files of the acquirer, read purely. */
@NullMarked
package keiyaku.payment.settlement;

import org.jspecify.annotations.NullMarked;
