/** What the month comes to so far, and by which days and products. */
@NullMarked
package keiyaku.web.usage;

import org.jspecify.annotations.NullMarked;
