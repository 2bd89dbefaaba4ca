/** Pages of stored value: credits and discounts with their coupons (S-4), coins (S-8). */
@NullMarked
package keiyaku.web.value;

import org.jspecify.annotations.NullMarked;
